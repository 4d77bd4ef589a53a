/* Empties the forms of the page that is open, fills them in part, and looks at what is said to be wrong. */
(() => {
  const NEVER = "[type=hidden], [type=submit], [type=button]";
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const asked = (form) => [...form.elements].filter((each) => each.matches("input, select, textarea") && !each.matches(NEVER) && shown(each));
  const typed = (each) => each.matches("textarea, input:not([type=checkbox], [type=radio], [type=file], [type=password])");
  const sending = () => [...document.querySelectorAll("main form")].filter((form) => form.method === "post" && asked(form).length);

  window.oneplanForms = {
    count: () => sending().length,
    send: (number, except, words) => {
      const form = sending()[number];
      form.noValidate = true;
      for (const each of asked(form)) {
        if (each.matches("[type=checkbox], [type=radio]")) each.checked = false;
        else if (typed(each)) each.value = words && !except.includes(each.id) ? words : "";
        else each.value = "";
      }
      form.requestSubmit([...form.elements].find((each) => each.type === "submit"));
    },
    look: (words, except) => {
      const wrong = [], must = (holds, said) => { if (!holds) wrong.push(said); };
      const summary = document.querySelector(".govuk-error-summary");
      if (!summary) return null;
      must(document.title.startsWith("Error: "), "the title does not say that there is an error");
      must(document.activeElement === summary, "the summary has not the focus");
      const fields = [...summary.querySelectorAll("a")].map((link) => link.getAttribute("href").slice(1));
      must(fields.length, "the summary leads nowhere");
      for (const id of fields) {
        const field = document.getElementById(id);
        must(field && (field.matches("input, select, textarea, button") || field.tabIndex >= 0), `#${id} takes no focus`);
        const group = field?.closest("fieldset[aria-describedby]") ?? field;
        const said = (group?.getAttribute("aria-describedby") ?? "").split(" ").map((name) => document.getElementById(name));
        must(said.every((each) => each?.textContent.trim()), `#${id} is described by what is not there`);
        must(said.some((each) => each?.matches(".govuk-error-message")), `#${id} does not say its error`);
      }
      if (words) for (const form of sending().filter((form) => form.contains(document.getElementById(except[0]))))
        for (const each of asked(form).filter((each) => typed(each) && !except.includes(each.id)))
          must(each.value.trim() === words, `#${each.id} has lost what was typed`);
      return { wrong, fields };
    },
  };
})();
