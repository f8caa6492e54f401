// What makes a page pleasanter; every page works without it. Focuses what needs reading, stops double sends, keeps a queue's place.
import { Button, ErrorSummary, NotificationBanner, SkipLink, isSupported } from "./govuk-frontend.min.js";

const parts = { "govuk-button": Button, "govuk-error-summary": ErrorSummary, "govuk-notification-banner": NotificationBanner, "govuk-skip-link": SkipLink };

function enhance(root) {
  for (const [name, Part] of Object.entries(parts)) {
    for (const element of root.querySelectorAll(`[data-module="${name}"]:not([data-${name}-init])`)) new Part(element);
  }
  reach(root);
}

// A table wider than its page is scrolled by keyboard too; one that fits is no stop on the way. Turning a phone changes which.
function reach(root) {
  for (const region of root.querySelectorAll(".table-region")) {
    if (region.scrollWidth > region.clientWidth) region.setAttribute("tabindex", "0");
    else region.removeAttribute("tabindex");
  }
}

function step(by) {
  const cards = [...document.querySelectorAll("[data-queue-item]")];
  const here = cards.findIndex((card) => card.contains(document.activeElement));
  cards[Math.min(Math.max(here + by, 0), cards.length - 1)]?.focus();
}

function typing(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "j" || event.key === "k") return step(event.key === "j" ? 1 : -1);
  const within = event.target.closest("[data-queue-item]") ?? document;
  within.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
}

function start() {
  document.body.classList.add("js-enabled");
  if (isSupported() || "noModule" in HTMLScriptElement.prototype) document.body.classList.add("govuk-frontend-supported");
  enhance(document);
  if (document.querySelector("[data-queue-item], [data-key]")) document.addEventListener("keydown", onKey);
  for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());
  window.addEventListener("resize", () => reach(document));
  document.addEventListener("htmx:afterSwap", (event) => enhance(event.target));
}

start();
