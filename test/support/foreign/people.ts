import assert from "node:assert/strict";
import { formTo } from "../form-on-page.ts";
import { asFile } from "../paper.ts";
import { Person } from "../person.ts";
import { aWav } from "../sounds.ts";
import { idOf, TELLTALE, type TwoOffices } from "./two-offices.ts";

/** What the first office holds of people besides their dossiers: a consent, a request, what is held back, what somebody said, a voice that was recorded. */
export async function theirPeople(two: TwoOffices, trackingCode: string): Promise<Record<string, string>> {
  const { hub, owners } = two;
  const { citizen, officer } = owners;
  await citizen.goes("/du-lieu");
  await citizen.sends("/du-lieu/dong-y", { ...formTo(citizen, "/du-lieu/dong-y"), "dong-y": "yes" });
  assert.equal(citizen.seen.status, 200, "a consent was given");
  await citizen.goes("/du-lieu");
  await citizen.sends("/du-lieu/yeu-cau", { ...formTo(citizen, "/du-lieu/yeu-cau"), kind: "see", words: TELLTALE });
  await officer.sends("/mot-cua/du-lieu/giu-lai", { "ma-giu": trackingCode, "vi-sao": TELLTALE });
  return {
    "/du-lieu/dong-y/:consent": await idOf(hub, "consents", "consent", "given_at"),
    "/mot-cua/du-lieu/:request": await idOf(hub, "personal_requests", "request", "asked_at"),
    "/mot-cua/du-lieu/giu-lai/:hold": await idOf(hub, "legal_holds", "hold", "begun_at"),
    ...(await saidAloud(two)),
    ...(await recorded(two)),
  };
}

async function saidAloud({ hub }: TwoOffices): Promise<Record<string, string>> {
  const speaker = new Person(hub.url, "10.2.1.1");
  await speaker.sends("/gop-y", { face: "sad" });
  const code = /\/gop-y\/(\w+)/.exec(speaker.seen.url)?.[1] ?? "";
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...formTo(speaker, `/gop-y/${code}`), words: TELLTALE, "dong-y-giong": "yes" }))
    form.append(name, value);
  form.append("tieng-noi", asFile(aWav(1), "noi.wav", "audio/wav"));
  await speaker.sends(`/gop-y/${code}`, form);
  speaker.sees("Cơ quan đã nhận");
  return { "/gop-y/:code": code, "/mot-cua/gop-y/:feedback": await idOf(hub, "feedback", "feedback", "said_at") };
}

async function recorded({ hub, owners: { helper } }: TwoOffices): Promise<Record<string, string>> {
  const form = new FormData();
  form.append("tieng-thu", asFile(aWav(2), "thu.wav", "audio/wav"));
  await helper.sends("/ban-truc/giong-noi/1.001193/cau.ten-be?tieng=rog", form);
  const voice = await idOf(hub, "voices", "voice", "recorded_at");
  return { "/mot-cua/giong-noi/:voice": voice, "/giong-noi/:voice": voice };
}
