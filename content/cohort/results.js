"use strict";
// Sorting and filtering; without it the page is a plain table.
(function () {
  var list = document.getElementById("list");
  var find = document.getElementById("find");
  var only = document.getElementById("only");
  var shown = document.getElementById("shown");
  var open = document.getElementById("open");
  var groups = Array.prototype.slice.call(list.tBodies);

  function filter() {
    var words = find.value.toLowerCase();
    var count = 0;
    groups.forEach(function (group) {
      var verdict = group.rows[0].cells[1].textContent;
      var fits = group.textContent.toLowerCase().indexOf(words) >= 0 && (!only.value || verdict === only.value);
      group.hidden = !fits;
      count += fits ? 1 : 0;
    });
    shown.textContent = count + " of " + groups.length + " shown";
  }

  function sort(head, column) {
    var down = head.getAttribute("aria-sort") === "ascending";
    Array.prototype.forEach.call(head.parentNode.cells, function (cell) { cell.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    groups.sort(function (a, b) {
      var x = a.rows[0].cells[column].dataset.key, y = b.rows[0].cells[column].dataset.key;
      var order = x.localeCompare(y, "en", { numeric: true });
      if (x !== "" && y !== "" && !isNaN(x) && !isNaN(y)) order = Number(x) - Number(y);
      return down ? -order : order;
    });
    groups.forEach(function (group) { list.appendChild(group); });
  }

  Array.prototype.forEach.call(list.tHead.rows[0].cells, function (head, column) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", function () { sort(head, column); });
    head.textContent = "";
    head.appendChild(button);
  });
  find.addEventListener("input", filter);
  only.addEventListener("change", filter);
  open.addEventListener("click", function () {
    var all = open.textContent === "Open all";
    Array.prototype.forEach.call(list.querySelectorAll("details"), function (one) { one.open = all; });
    open.textContent = all ? "Close all" : "Open all";
  });
  window.addEventListener("beforeprint", function () {
    Array.prototype.forEach.call(list.querySelectorAll("details"), function (one) { one.open = true; });
  });
  document.getElementById("tools").hidden = false;
  filter();
})();
