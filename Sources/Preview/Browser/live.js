// Reloads the page when the handbook changes, and lays what is wrong over it.
(() => {
  const own = document.currentScript;
  const version = own.dataset.version;
  const base = new URL(".", own.src);
  let events;

  // Only the page that is looked at keeps a connection: browsers allow six to one host.
  const follow = () => {
    if (document.hidden) {
      events?.close();
      events = undefined;
    } else if (!events) {
      events = new EventSource(new URL("events", base));
      events.onmessage = ({ data }) => { if (data !== version) location.reload(); };
    }
  };
  document.addEventListener("visibilitychange", follow);
  // A page that the browser kept would hold a connection for nobody.
  addEventListener("pagehide", () => { events?.close(); events = undefined; });
  addEventListener("pageshow", follow);

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const remembered = "folkmoot-problems";
  const remember = (text) => { try { sessionStorage.setItem(remembered, text); } catch { /* Not kept, then. */ } };
  const recall = () => { try { return sessionStorage.getItem(remembered); } catch { return null; } };

  const place = (problem) => problem.line ? `${problem.path}:${problem.line}:${problem.column}` : problem.path;

  const item = (problem) => {
    const made = element("li", undefined, problem.severity);
    made.append(element("p", problem.message, "message"), element("p", `${problem.severity} in `, "place"));
    made.lastChild.append(element("code", place(problem)));
    if (problem.detail) {
      const detail = element("pre", problem.detail);
      detail.tabIndex = 0;
      detail.setAttribute("role", "group");
      detail.setAttribute("aria-label", `The line in ${place(problem)}`);
      made.append(detail);
    }
    if (problem.help) made.append(element("p", problem.help, "help"));
    return made;
  };

  const show = ({ summary, failure, problems, more, hasErrors }) => {
    if (!summary && !failure) return;
    const host = element("div");
    const root = host.attachShadow({ mode: "open" });
    const style = element("link");
    style.rel = "stylesheet";
    style.href = new URL("live.css", base);
    const panel = element("section");
    panel.setAttribute("aria-label", "Problems in the handbook");
    const details = element("details");
    // What has errors opens by itself, unless this very thing was closed.
    const key = `${summary}${failure ?? ""}`;
    details.open = (hasErrors || failure) ? recall() !== key : false;
    details.addEventListener("toggle", () => remember(details.open ? "" : key));
    const list = element("ol");
    if (failure) list.append(item({ severity: "error", message: failure, path: "what is shown is the last version that could be read" }));
    list.append(...problems.map(item));
    if (more) list.append(element("li", `and ${more} more: see the terminal, or run folkmoot check`));
    details.append(element("summary", failure ? "Not up to date" : summary, hasErrors || failure ? "error" : "warning"), list);
    panel.append(details);
    // Never seen without its style.
    host.hidden = true;
    style.addEventListener("load", () => { host.hidden = false; });
    style.addEventListener("error", () => { host.hidden = false; });
    root.append(style, panel);
    document.body.append(host);
  };

  fetch(new URL(`problems.json?${location.pathname}`, base)).then((answer) => answer.json()).then(show).catch(() => { /* The server has ended. */ });
  follow();
})();
