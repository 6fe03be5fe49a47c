// Keys for people who read much: j and k walk through incidents or claims, / goes to the search.
// Nothing on the page needs this file.
(function () {
  "use strict";
  var stops = Array.prototype.slice.call(document.querySelectorAll("[data-stop]"));
  var at = -1;

  function typing(target) {
    return target.matches("input, select, textarea, [contenteditable]");
  }

  function target(stop) {
    return stop.matches("a, [tabindex]") ? stop : stop.querySelector("a, [tabindex]") || stop;
  }

  function move(step) {
    if (!stops.length) { return; }
    var here = stops.findIndex(function (stop) { return stop.contains(document.activeElement); });
    at = Math.max(0, Math.min(stops.length - 1, (here >= 0 ? here : at) + step));
    var to = target(stops[at]);
    to.focus({ preventScroll: true });
    var still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    stops[at].scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) { return; }
    if (event.key === "j") { move(1); } else if (event.key === "k") { move(-1); } else if (event.key === "/") {
      var search = document.querySelector("input[type=search]");
      if (search) { event.preventDefault(); search.focus(); }
    }
  });

  // :target already marks the mention; this puts it in the middle of the screen, and moves the focus there too
  function toMention() {
    if (!location.hash) { return; }
    var mention = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (mention) {
      if (!mention.matches("a, [tabindex]")) { mention.setAttribute("tabindex", "-1"); }
      mention.focus({ preventScroll: true });
      mention.scrollIntoView({ block: "center" });
    }
  }
  window.addEventListener("hashchange", toMention);
  toMention();
})();
