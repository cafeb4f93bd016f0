// The page's side of a session: keys and sizes out, bytes of the terminal in, copies to the clipboard, links to a new tab.
"use strict";
(() => {
  const NARROW = 42; // columns that a phone should have at least
  const told = document.getElementById("told");
  const tell = (text, again) => {
    told.textContent = text;
    told.hidden = !text;
    if (again) {
      const button = document.createElement("button");
      button.textContent = "Connect again";
      button.onclick = () => location.reload();
      told.append(button);
    }
  };
  let clicked = -Infinity, followed = -Infinity;
  addEventListener("pointerup", () => { clicked = performance.now(); }, true);
  // A click on a link is the terminal's, or the program's, which copies where it leads: it is followed once, either way.
  const follow = (link) => {
    if (!isSafe(link) || /\s/.test(link) || performance.now() - followed < 1000) return;
    followed = performance.now();
    window.open(link, "_blank", "noopener,noreferrer");
  };
  const isSafe = (link) => /^(https?:\/\/|mailto:)/i.test(link);
  const terminal = new Terminal({
    fontSize: Math.max(7, Math.min(15, Math.floor(innerWidth / NARROW / 0.62))),
    fontFamily: "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace",
    scrollback: 0,
    linkHandler: { activate: (_, link) => follow(link) },
  });
  const fit = new FitAddon.FitAddon();
  terminal.loadAddon(fit);
  terminal.open(document.getElementById("terminal"));
  fit.fit();

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      tell("This browser did not let the page copy: it does where the page comes over https.");
    }
  };
  terminal.parser.registerOscHandler(52, (data) => {
    const encoded = data.slice(data.indexOf(";") + 1);
    if (encoded && encoded !== "?") {
      const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      const text = new TextDecoder().decode(bytes);
      copy(text);
      if (performance.now() - clicked < 3000) follow(text.trim());
    }
    return true; // nothing of it is shown, and no clipboard is read
  });

  const here = new URL("session", location.href);
  here.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  here.hash = "";
  const socket = new WebSocket(here);
  socket.binaryType = "arraybuffer";
  const size = () => ({ size: [terminal.cols, terminal.rows] });
  const send = (data) => { if (socket.readyState === WebSocket.OPEN) socket.send(data); };
  const encoder = new TextEncoder();
  socket.onopen = () => {
    send(JSON.stringify({ ...size(), token: decodeURIComponent(location.hash.slice(1)) }));
    terminal.focus();
  };
  socket.onmessage = ({ data }) => terminal.write(new Uint8Array(data));
  socket.onclose = ({ reason }) => tell(reason || "The session has ended.", true);
  addEventListener("pagehide", () => socket.close()); // a page that is only put aside has no session either
  addEventListener("pageshow", ({ persisted }) => { if (persisted) location.reload(); });
  terminal.onData((data) => send(encoder.encode(data)));
  terminal.onBinary((data) => send(Uint8Array.from(data, (letter) => letter.charCodeAt(0))));
  terminal.onResize(() => send(JSON.stringify(size())));
  new ResizeObserver(() => fit.fit()).observe(document.getElementById("terminal"));
})();
