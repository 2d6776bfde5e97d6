// A connection between browser and server that can be cut. The browser's emulation of being offline ends a moment before
// the page is closed: a closing page has the network again, and sends.
import { once } from "node:events";
import net from "node:net";

// Returns { url: of the same server over this connection, cut, restore, close }.
export async function line_to(url) {
  const { hostname, port } = new URL(url);
  const open = new Set();
  const line = net.createServer((near) => {
    const far = net.connect(port, hostname);
    for (const [one, other] of [[near, far], [far, near]]) {
      open.add(one);
      one.on("error", () => {}); // a close follows
      one.on("close", () => (open.delete(one), other.destroy()));
      one.pipe(other);
    }
  });
  const listen = (at) => once(line.listen(at, "127.0.0.1"), "listening");
  await listen(0);
  const own_port = line.address().port;
  async function cut() {
    const closed = once(line, "close");
    line.close();
    for (const socket of open) socket.destroy();
    await closed;
  }
  return {
    url: `http://127.0.0.1:${own_port}/`,
    cut,
    restore: () => listen(own_port),
    close: () => line.listening && cut(),
  };
}
