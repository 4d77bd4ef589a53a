/* Shows how a sentence is understood while it is typed. Without this file a button does the same. */
(() => {
  const place = document.getElementById("understood");
  const form = place && place.closest("form");
  if (!form) return;
  const pause = 600;
  let waiting = 0;
  let turn = 0;

  async function show() {
    const mine = ++turn;
    const fields = new FormData(form);
    fields.set("understand", "fragment");
    try {
      const answer = await fetch(window.location.href, { method: "POST", body: fields });
      const said = answer.ok ? await answer.text() : "";
      if (mine === turn) place.innerHTML = said;
    } catch {
      place.innerHTML = "";
    }
  }

  form.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(show, pause);
  });
})();
