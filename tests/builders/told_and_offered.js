/* What the page that is open tells and offers, and what on it would do nothing without a script. */
() => {
  const CONTROLS = "a, button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const ACTS = "a[href], button, input, select, textarea, summary, [role=region][aria-label]";
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  const said = (element) => element.outerHTML.slice(0, 140);
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  document.querySelectorAll("details").forEach((each) => { each.open = true; });

  const wrong = [], hidden = [], must = (holds, words) => { if (!holds) wrong.push(words); };
  for (const each of document.body.querySelectorAll("*")) {
    const handlers = each.getAttributeNames().filter((name) => name.startsWith("on"));
    must(!handlers.length, `does something by a script only: ${said(each)}`);
    if (each.matches("script, noscript, template, datalist, optgroup, option, svg *")) continue;
    const own = each.matches(CONTROLS) || [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (own && !shown(each)) hidden.push(said(each));
  }
  for (const each of document.querySelectorAll(CONTROLS)) {
    must(each.matches(ACTS), `takes the focus for nothing: ${said(each)}`);
    if (each.matches("a")) {
      const to = each.getAttribute("href") ?? "";
      must(/^(https?:|mailto:|[/?]|#.)/.test(to), `leads nowhere: ${said(each)}`);
      must(!/^#./.test(to) || document.getElementById(decodeURIComponent(to.slice(1))), `leads to what is not there: ${said(each)}`);
    } else if (each.matches("button, input, select, textarea")) {
      must(each.form, `is in no form: ${said(each)}`);
      must(each.type !== "button" && !each.disabled, `does nothing: ${said(each)}`);
    }
  }
  for (const each of document.querySelectorAll("input[type=hidden][required], [aria-disabled=true], [contenteditable], form:not([action]):not([method=get])"))
    wrong.push(`waits for a script: ${said(each)}`);

  const focused = document.activeElement;
  return {
    wrong,
    hidden,
    links: [...document.querySelectorAll("a[href]:not([href^='#'])")].map((each) => {
      const to = new URL(each.href);
      return to.origin === location.origin && !to.pathname.startsWith("/static/") ? to.pathname : to.href;
    }),
    told: {
      title: [document.title],
      headings: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(shown).map((each) => `${each.tagName} ${plain(each.innerText)}`),
      text: document.body.innerText.split("\n").map(plain).filter(Boolean),
      controls: [...document.querySelectorAll(CONTROLS)].filter(shown).map((each) =>
        [each.tagName, each.type, each.name, each.getAttribute("href"), each.formAction, each.checked, plain(each.innerText)].join(" ")),
      focus: focused === document.body ? [] : [said(focused)],
    },
  };
}
