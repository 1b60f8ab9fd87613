// What pages do beyond links and forms: keys, the words of the chosen event, and adding an event to selected words.
(function () {
  "use strict";

  // ---- keys ----
  let afterG = false;

  function typing(target) {
    return target.closest("input, textarea, select, [contenteditable]") !== null;
  }

  function items() {
    return Array.from(document.querySelectorAll("[data-item]")).map(
      (item) => (item.matches("a") ? item : item.querySelector("a")));
  }

  function step(by) {
    const all = items();
    if (all.length === 0) {
      return;
    }
    const at = all.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
    all[next].focus();
    all[next].scrollIntoView({ block: "nearest" });
  }

  function press(element) {
    if (element.matches("input, textarea")) {
      element.focus();
      element.select();
    } else {
      element.click();
      element.scrollIntoView({ block: "nearest" });
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && typing(event.target)) {
      event.target.blur();
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) {
      return;
    }
    const go = afterG;
    afterG = false;
    if (go) {
      const link = document.querySelector('[data-go="' + CSS.escape(event.key) + '"]');
      if (link) {
        event.preventDefault();
        link.click();
      }
      return;
    }
    if (event.key === "g") {
      afterG = true;
    } else if (event.key === "j") {
      step(1);
    } else if (event.key === "k") {
      step(-1);
    } else if (event.key === "o") {
      if (items().includes(document.activeElement)) {
        document.activeElement.click();
      }
    } else {
      const element = document.querySelector('[data-key="' + CSS.escape(event.key) + '"]');
      if (element) {
        event.preventDefault();
        press(element);
      }
    }
  });

  // ---- the words of the chosen event ----
  function light() {
    const chosen = document.querySelector("#panel [data-event]");
    document.querySelectorAll("#text .on").forEach((piece) => piece.classList.remove("on"));
    if (chosen) {
      document.querySelectorAll('#text [data-e~="' + CSS.escape(chosen.dataset.event) + '"]').forEach(
        (piece) => piece.classList.add("on"));
    }
  }

  document.addEventListener("htmx:afterSwap", light);
  document.addEventListener("DOMContentLoaded", light);
  if (document.readyState !== "loading") {
    light();
  }

  // ---- adding an event to selected words ----
  function offset(node, at) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const piece = element.closest("[data-s]");
    if (!piece) {
      return -1;
    }
    return Number(piece.dataset.s) + (node.nodeType === Node.TEXT_NODE ? at : at === 0 ? 0 : piece.textContent.length);
  }

  document.addEventListener("selectionchange", () => {
    const button = document.getElementById("add-here");
    const text = document.getElementById("text");
    if (!button || !text) {
      return;
    }
    const selection = document.getSelection();
    const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    if (!range || range.collapsed || !text.contains(range.startContainer) || !text.contains(range.endContainer)) {
      button.hidden = true;
      return;
    }
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    if (start < 0 || end <= start) {
      button.hidden = true;
      return;
    }
    const place = range.getBoundingClientRect();
    button.href = button.dataset.base + "?start=" + start + "&end=" + end;
    button.style.left = Math.max(8, place.left + window.scrollX) + "px";
    button.style.top = place.bottom + window.scrollY + 6 + "px";
    button.hidden = false;
  });
})();
