/* Offers names that are like what is typed. Without this file the form itself asks what was meant. */
(() => {
  const pause = 250;

  function watch(field) {
    const form = field.closest("form");
    let waiting = 0;
    let turn = 0;

    async function offer() {
      const mine = ++turn;
      const asked = new FormData(form);
      asked.set("suggest", field.dataset.suggest);
      try {
        const answer = await fetch(form.action, { method: "POST", body: asked });
        const said = answer.ok && !answer.redirected ? await answer.text() : "";
        if (mine === turn) field.list.innerHTML = said;
      } catch {
        field.list.innerHTML = "";
      }
    }

    field.addEventListener("input", () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(offer, pause);
    });
  }

  for (const field of document.querySelectorAll("[data-suggest]")) watch(field);
})();
