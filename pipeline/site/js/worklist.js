// The list of what to look at: what is done is kept in this browser only.
(function () {
  "use strict";
  const KEY = "gyosei-done";
  const tasks = Array.from(document.querySelectorAll("[data-task]"));
  let done = {};
  try {
    done = JSON.parse(localStorage.getItem(KEY)) || {};
  } catch (refused) { /* nothing is kept then */ }

  function mark(task) {
    const isDone = Boolean(done[task.dataset.task]);
    task.dataset.state = isDone ? "done" : "open";
    task.querySelector("[data-done]").checked = isDone;
    for (const told of document.querySelectorAll("[data-done-count]")) {
      told.textContent = String(tasks.filter((one) => done[one.dataset.task]).length);
    }
  }

  for (const task of tasks) {
    mark(task);
    task.querySelector("[data-done]").addEventListener("change", (event) => {
      if (event.target.checked) done[task.dataset.task] = 1;
      else delete done[task.dataset.task];
      try {
        localStorage.setItem(KEY, JSON.stringify(done));
      } catch (refused) { /* nothing is kept then */ }
      mark(task);
    });
  }
})();
