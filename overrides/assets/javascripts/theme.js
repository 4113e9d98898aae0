/* Keeps the reader's choices; loaded before anything is painted. */
(() => {
  const scope = new URL("../..", document.currentScript.src);
  const key = (name, at) => `${at.pathname}.${name}`;

  window.__md_scope = scope;
  window.__md_get = (name, storage, at = scope) => {
    try {
      return JSON.parse((storage ?? localStorage).getItem(key(name, at)));
    } catch {
      return null;
    }
  };
  window.__md_set = (name, value, storage, at = scope) => {
    try {
      (storage ?? localStorage).setItem(key(name, at), JSON.stringify(value));
    } catch {}
  };

  document.documentElement.classList.replace("no-js", "js");
  const preferred = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  document.body.setAttribute("data-md-color-scheme", window.__md_get("__palette")?.color?.scheme ?? preferred);
})();
