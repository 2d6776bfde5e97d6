// One contestant, one task, in a process of its own: node in_node.mjs CONTESTANT TASK. Prints the outcome as JSON.
import { contestants, inputs } from "./contestants.mjs";
import { run_task } from "./measure.mjs";

const [name, task] = process.argv.slice(2);
const { open } = await import(`./${contestants[name].module}`);
console.log(JSON.stringify(await run_task(open, inputs(), task)));
