import assert from "node:assert/strict";

export interface Seen {
  readonly status: number;
  readonly url: string;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly headers: Headers;
}

/** Somebody at a browser without scripts: keeps cookies, follows redirects, fills in forms. Journeys are told through them. */
export class Person {
  readonly #base: string;
  readonly #address: string | undefined;
  readonly #cookies = new Map<string, string>();
  seen: Seen = { status: 0, url: "", text: "", bytes: new Uint8Array(), headers: new Headers() };

  /** `address` is where they seem to come from: whoever asks very much needs one of their own. */
  constructor(base: string, address?: string) {
    this.#base = base;
    this.#address = address;
  }

  /** Their cookies, for requests made beside. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  goes(path: string): Promise<Seen> {
    return this.#ask(path, { method: "GET" });
  }

  /** Posts a form to `path`, with the origin that a browser would send. */
  sends(path: string, fields: Record<string, string> | FormData): Promise<Seen> {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    return this.#ask(path, { method: "POST", body, headers: { origin: this.#base } });
  }

  /** What a hidden field of the page in front of them holds. */
  hidden(name: string, near = ""): string {
    const from = near === "" ? 0 : this.seen.text.indexOf(near);
    const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(this.seen.text.slice(from))?.[1];
    assert.ok(value !== undefined, `the page has a hidden field ${name}`);
    return value;
  }

  /** Where the link leads that holds these words. */
  link(words: string): string {
    const before = this.seen.text.slice(0, Math.max(0, this.seen.text.indexOf(words)));
    const target = [...before.matchAll(/<a [^>]*href="([^"]*)"/g)].at(-1)?.[1];
    assert.ok(target !== undefined, `the page has a link "${words}"`);
    return target.replaceAll("&amp;", "&");
  }

  sees(words: string): void {
    assert.ok(
      this.seen.text.includes(words),
      `${this.seen.url} (${this.seen.status}) says "${words}"; it says: ${plain(this.seen.text).slice(0, 1500)}`,
    );
  }

  seesNot(words: string): void {
    assert.ok(!this.seen.text.includes(words), `${this.seen.url} does not say "${words}"`);
  }

  #headers(): Record<string, string> {
    return { cookie: this.cookie, ...(this.#address === undefined ? {} : { "x-forwarded-for": this.#address }) };
  }

  #keep(cookie: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (/max-age=0/i.test(cookie)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }

  async #ask(path: string, init: RequestInit): Promise<Seen> {
    let url = new URL(path, this.#base);
    let next: RequestInit = init;
    for (let hops = 0; hops < 10; hops += 1) {
      const reply = await fetch(url, { ...next, redirect: "manual", headers: { ...next.headers, ...this.#headers() } });
      for (const cookie of reply.headers.getSetCookie()) this.#keep(cookie);
      const target = reply.headers.get("location");
      if (reply.status >= 300 && reply.status < 400 && target) {
        await reply.arrayBuffer();
        url = new URL(target, url);
        next = { method: "GET" };
        continue;
      }
      const bytes = new Uint8Array(await reply.arrayBuffer());
      this.seen = {
        status: reply.status,
        url: url.pathname + url.search,
        text: new TextDecoder().decode(bytes),
        bytes,
        headers: reply.headers,
      };
      return this.seen;
    }
    throw new Error(`${path} leads round in circles`);
  }
}

function plain(html: string): string {
  return html
    .replace(/^[\s\S]*<main/, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
}
