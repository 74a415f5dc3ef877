import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from "node:net";

/** Where the ways out lead: to each server by its port on localhost. */
export interface Outside {
  http: number;
  /** Hears connections alone. */
  tcp: number;
  /** Hears packets. */
  stun: number;
  quic: number;
}

/** Another host that hears whatever reaches it: requests, connections and packets. */
export class Receiver {
  /** Paths of requests without their slash, and "tcp", "stun" and "quic". */
  readonly heard = new Set<string>();
  readonly ports: Outside;
  readonly #http: Server;
  readonly #tcp: TcpServer;
  readonly #udp: Socket[];

  private constructor(http: Server, tcp: TcpServer, stun: Socket, quic: Socket) {
    this.#http = http;
    this.#tcp = tcp;
    this.#udp = [stun, quic];
    const portOf = (server: Server | TcpServer) => (server.address() as AddressInfo).port;
    const ports = { stun: stun.address().port, quic: quic.address().port };
    this.ports = { http: portOf(http), tcp: portOf(tcp), ...ports };
    http.on("request", (request, response) => {
      this.heard.add((request.url ?? "").slice(1));
      const open = { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" };
      response.writeHead(200, { ...open, "Content-Type": "text/html" }).end("<title>Outside</title>");
    });
    http.on("upgrade", (request, socket) => {
      this.heard.add((request.url ?? "").slice(1));
      socket.destroy();
    });
    tcp.on("connection", (socket) => {
      this.heard.add("tcp");
      socket.on("error", () => {});
      socket.end();
    });
    stun.on("message", () => this.heard.add("stun"));
    quic.on("message", () => this.heard.add("quic"));
  }

  static async listen(): Promise<Receiver> {
    const [http, tcp] = [createServer(), createTcpServer()];
    const [stun, quic] = [createSocket("udp4"), createSocket("udp4")];
    for (const server of [http, tcp]) server.listen(0, "127.0.0.1");
    for (const socket of [stun, quic]) socket.bind(0, "127.0.0.1");
    await Promise.all([http, tcp, stun, quic].map((one) => once(one, "listening")));
    return new Receiver(http, tcp, stun, quic);
  }

  close(): void {
    this.#http.close();
    this.#http.closeAllConnections();
    this.#tcp.close();
    for (const socket of this.#udp) socket.close();
  }
}
