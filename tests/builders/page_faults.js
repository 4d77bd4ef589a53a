/* Looks at the page that is open: what is wrong with its frame and its focus, and where its forms send. */
() => {
  const wrong = [];
  const said = (element) => element.outerHTML.slice(0, 140);
  const must = (holds, words) => { if (!holds) wrong.push(words); };

  const h1 = document.querySelectorAll("h1");
  must(h1.length === 1, `${h1.length} h1`);
  must(/^.+ – oneplan$/.test(document.title), `title “${document.title}”`);
  must(document.documentElement.lang === "en-GB", "no language");
  for (const part of ["header", "main", "footer", "nav[aria-label]"])
    must(document.querySelector(part), `no ${part}`);
  const skip = document.querySelector("a, button, input, select, textarea");
  must(skip?.matches(".govuk-skip-link") && document.querySelector(skip.getAttribute("href")), "no skip link");

  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const controls = [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])",
  )].filter((element) => !element.disabled && shown(element));
  const look = (element) => {
    const style = getComputedStyle(element);
    return { outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth), shadow: style.boxShadow };
  };
  const began = document.activeElement;
  for (const element of controls) {
    must(element.tabIndex === 0, `out of turn: ${said(element)}`);
    element.blur();
    const before = look(element);
    element.focus({ focusVisible: true });
    const after = look(element), box = element.getBoundingClientRect();
    must(document.activeElement === element, `takes no focus: ${said(element)}`);
    must(after.outline >= 2 && after.outline > before.outline || after.shadow !== before.shadow,
      `focus is not seen: ${said(element)}`);
    must(box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
      `focus is off the page: ${said(element)}`);
  }
  began?.focus?.();

  const path = (address) => new URL(address, location.href).pathname;
  const forms = [...document.forms].map((form) => ({
    method: form.method,
    token: Boolean(form.querySelector("[name=csrfmiddlewaretoken]")?.value),
    sends: [...form.elements].filter((each) => each.type === "submit")
      .map((button) => path(button.getAttribute("formaction") ?? form.getAttribute("action") ?? location.href)),
  }));
  return { wrong, forms };
}
