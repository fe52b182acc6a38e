import type { Person } from "../person.ts";
import { STRANGERS, type Stranger, type TwoOffices } from "./two-offices.ts";

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** Empty for a stream, which has no end. */
  readonly text: string;
}

/** Asks once, without following where it leads; a form is sent as a page of ours would. */
export async function askWith(
  url: string,
  { cookie, authorization, address }: { cookie: string; authorization?: string; address: string },
  method: string,
  path: string,
  form: Readonly<Record<string, string>> | FormData = {},
): Promise<Answered> {
  const hasBody = method !== "GET" && method !== "HEAD";
  const stopping = new AbortController();
  const reply = await fetch(new URL(path, url), {
    method,
    redirect: "manual",
    signal: stopping.signal,
    headers: { cookie, origin: url, "x-forwarded-for": address, ...(authorization ? { authorization } : {}) },
    ...(hasBody ? { body: form instanceof FormData ? form : new URLSearchParams(form) } : {}),
  });
  const endless = reply.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
  const text = endless ? "" : await reply.text();
  if (endless) stopping.abort();
  return { status: reply.status, headers: reply.headers, text };
}

export function askAs(
  two: TwoOffices,
  who: Stranger,
  method: string,
  path: string,
  form?: Readonly<Record<string, string>> | FormData,
): Promise<Answered> {
  const authorization = who === "partner" ? `Bearer ${two.token}` : undefined;
  const asker = { cookie: two.strangers[who].cookie, address: anAddress(), ...(authorization ? { authorization } : {}) };
  return askWith(two.hub.url, asker, method, path, form);
}

export function askAsPerson(
  two: TwoOffices,
  person: Person,
  method: string,
  path: string,
  form?: Readonly<Record<string, string>> | FormData,
): Promise<Answered> {
  return askWith(two.hub.url, { cookie: person.cookie, address: anAddress() }, method, path, form);
}

/** All of them at once. */
export function askAsEach<Answer>(
  ask: (who: Stranger) => Promise<Answer>,
  all: readonly Stranger[] = STRANGERS,
): Promise<(readonly [Stranger, Answer])[]> {
  return Promise.all(all.map(async (who) => [who, await ask(who)] as const));
}

let asked = 0;

/** One address that asks so much is stopped: the next one each time. */
function anAddress(): string {
  asked += 1;
  return `10.3.${(asked >> 4) & 255}.1`;
}
