import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { changedTables, digest, digestAtRest } from "../support/digest.ts";
import { DOORS } from "../support/doors/doors.ts";
import { isRefusal, ODD_REFUSALS } from "../support/doors/refusals.ts";
import { isOpen, TOKEN } from "../support/doors/rows.ts";
import { askAs, askAsEach, askAsPerson } from "../support/foreign/ask.ts";
import { citizenForms } from "../support/foreign/forms/citizens.ts";
import { dossierForms } from "../support/foreign/forms/dossiers.ts";
import { officeForms } from "../support/foreign/forms/office.ts";
import { pointForms } from "../support/foreign/forms/point.ts";
import { tryForm } from "../support/foreign/forms/whole-form.ts";
import {
  actingForm,
  fillFirstOffice,
  guessedAddress,
  isTheirs,
  type Things,
  theirAddress,
  unknownPlaces,
  unusedNames,
} from "../support/foreign/things.ts";
import { OWNERS, openTwoOffices, TELLTALE, type TwoOffices } from "../support/foreign/two-offices.ts";
import { openHub, type TestHub } from "../support/hub.ts";

const ROUTES = Object.entries(DOORS).map(([route, door]) => {
  const [method = "", path = ""] = route.split(" ");
  return { route, method, path, door };
});

const AT_WORK = ["helper", "officer", "leader", "admin"] as const;

describe("what belongs to one office", () => {
  let hub: TestHub;
  let two: TwoOffices;
  let things: Things;
  before(async () => {
    hub = await openHub();
    two = await openTwoOffices(hub);
    things = await fillFirstOffice(two);
  });
  after(() => hub.end());

  it("is there for every place of every address", () => {
    const unknown = ROUTES.flatMap(({ route }) => unknownPlaces(route, things));
    const advice =
      "make the thing of the first office in test/support/foreign, or name what all offices share in test/support/foreign/words.ts";
    assert.deepEqual([...new Set(unknown)], [], `places without a thing: ${advice}`);
    assert.deepEqual(unusedNames(Object.keys(DOORS), things), [], "things and words that stand in no address");
    assert.deepEqual(
      ODD_REFUSALS.filter((route) => !(route in DOORS)),
      [],
      "refusals without a door",
    );
  });

  it("opens to somebody in that office, or to whose it is: every id is a real one", async () => {
    const dead: string[] = [];
    for (const { route, method, door } of ROUTES) {
      if (method !== "GET" || !isTheirs(route, things) || isOpen(door)) continue;
      const statuses: number[] = [];
      for (const owner of OWNERS) {
        const { status, headers } = await askAsPerson(two, two.owners[owner], method, theirAddress(route, things));
        statuses.push(status === 303 && headers.get("location")?.startsWith("/dang-nhap") ? 401 : status);
        if (status === 200) break;
      }
      if (!statuses.some((status) => status === 200 || status === 303)) dead.push(`${route}: ${statuses.join(", ")}`);
    }
    assert.deepEqual(dead, []);
  });

  it("is refused to everybody else on every route, tells nothing, and stays as it is", async () => {
    const holes: string[] = [];
    const before = await digestAtRest(hub.context);
    for (const { route, method, door } of ROUTES) {
      if (isOpen(door) || door === TOKEN || !isTheirs(route, things)) continue;
      const form = actingForm(route, things);
      for (const [who, reply] of await askAsEach((who) => askAs(two, who, method, theirAddress(route, things), form))) {
        if (!isRefusal(route, reply)) holes.push(`${who} at ${route}: ${reply.status} ${reply.headers.get("location") ?? ""}`);
        if (reply.text.includes(TELLTALE)) holes.push(`${who} reads at ${route}`);
      }
    }
    assert.deepEqual(holes, []);
    assert.deepEqual(changedTables(before, await digest(hub.context.database.sql)), [], "tables that changed");
  });

  it("stands on no page of another office's desk", async () => {
    const told: string[] = [];
    for (const { route, method, path, door } of ROUTES) {
      if (method !== "GET" || isOpen(door) || isTheirs(route, things) || path.endsWith("/tin")) continue;
      for (const [who, reply] of await askAsEach((who) => askAs(two, who, method, theirAddress(route, things)), AT_WORK)) {
        if (reply.status >= 500) told.push(`${who} at ${route}: ${reply.status}`);
        if (reply.text.includes(TELLTALE)) told.push(`${who} reads at ${route}`);
      }
    }
    assert.deepEqual(told, []);
  });

  it("is not what stands open: open doors answer everybody as their rows say, and hold no name", async () => {
    const wrong: string[] = [];
    for (const { route, method, door } of ROUTES) {
      if (!isOpen(door) || route === "POST /xong") continue;
      const address = method === "GET" ? theirAddress(route, things) : guessedAddress(route, things);
      const replies = await askAsEach((who) => askAs(two, who, method, address, { key: "open", ten: who, so: who, ma: who }));
      for (const [who, { status, text }] of replies) {
        const expected = door.but[who] ?? door.status;
        if (status !== expected) wrong.push(`${who} at ${route}: ${status}, the row says ${expected}`);
        if (text.includes(TELLTALE) && !door.tells) wrong.push(`${who} reads at ${route}`);
      }
    }
    assert.deepEqual(wrong, []);
    assert.equal((await askAs(two, "nobody", "POST", "/xong")).status, 303);
  });

  it("is changed by nobody with a whole form but by whoever may: nothing is written for all others, and for them it is", async () => {
    const wrong: string[] = [];
    for (const forms of [pointForms(), citizenForms(), officeForms(), dossierForms()])
      for (const [what, make] of Object.entries(forms)) wrong.push(...(await tryForm(two, what, await make(two, things))));
    assert.deepEqual(wrong, []);
  });
});
