// Rules under which a month depends on those before it: Memory of work.hpp, in its order.
export const memories = ["none", "yearly", "carry", "blocks"];
