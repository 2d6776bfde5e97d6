// A receiver of webhooks that believes only what is signed as Standard Webhooks has it, written from that
// specification alone.
import { createHmac, randomBytes } from "node:crypto";
import { createServer } from "node:http";

const tolerance_s = 5 * 60;

export const sign = (secret, content) =>
  `v1,${createHmac("sha256", Buffer.from(secret.replace("whsec_", ""), "base64")).update(content).digest("base64")}`;

export function verify(secret, headers, body) {
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures = "" } = headers;
  if (!id || !(Math.abs(Date.now() / 1000 - Number(timestamp)) < tolerance_s)) return false;
  return signatures.split(" ").includes(sign(secret, `${id}.${timestamp}.${body}`));
}

// Returns { url, secret, messages: [{ id, payload }, …], refused: how many were not believed, close }.
export async function receive_webhooks() {
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  const receiver = { secret, messages: [], refused: 0 };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request.setEncoding("utf8")) body += piece;
    const is_believed = verify(secret, request.headers, body);
    if (is_believed) receiver.messages.push({ id: request.headers["webhook-id"], payload: JSON.parse(body) });
    else receiver.refused++;
    response.writeHead(is_believed ? 204 : 401).end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  receiver.url = `http://127.0.0.1:${server.address().port}/hooks/kontingent`;
  receiver.close = () => {
    server.close();
    server.closeAllConnections();
  };
  return receiver;
}
