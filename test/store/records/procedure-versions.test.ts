import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Procedure } from "../../../src/domain/catalogue/procedure.ts";
import { PROJECT_FOLDER } from "../../../src/main/config.ts";
import { readContent } from "../../../src/main/content.ts";
import { openLivingCatalogue, PROCEDURES_TOPIC } from "../../../src/operations/procedures/living-catalogue.ts";
import { hint } from "../../../src/store/database/hints.ts";
import { insertOffice } from "../../../src/store/records/offices.ts";
import { deleteEdit, readEdit, saveEdit } from "../../../src/store/records/procedure-edits.ts";
import { insertPreview, insertVersion, withdrawVersion } from "../../../src/store/records/procedure-versions.ts";
import { freshDatabase } from "../../support/database.ts";

const database = await freshDatabase({ after });
const content = readContent(join(PROJECT_FOLDER, "content"));
const birth = content.catalogue.find("1.001193", "2026-11-23") as Procedure;
const at = new Date("2026-11-23T02:00:00Z");
const staff = crypto.randomUUID();
const version = (name: string, validFrom: string, words: string): Procedure => ({ ...birth, version: name, validFrom, name: words });
const publish = (one: Procedure, when = at) => insertVersion(database.sql, "xa", one, { staff, changes: ["x"] }, when);

describe("versions of procedures that were published here", () => {
  before(async () => {
    const office = {
      office: "xa",
      name: "Xã Thử",
      kind: "commune",
      province: "56",
      commune: "22615",
      identifier: "x",
      address: "",
      phone: "",
      practice: true,
    } as const;
    await insertOffice(database.sql, office, at);
  });

  it("are followed by every process from their day on, by the catalogue and by the search, without a restart", async () => {
    let day = "2026-11-23";
    const living = await openLivingCatalogue(database, content, () => new Date(`${day}T02:00:00Z`), assert.fail);
    await database.transaction(async (sql) => {
      await insertVersion(sql, "xa", version("v1", "2026-11-25", "Làm giấy cho em bé"), { staff, changes: [] }, at);
      await hint(sql, PROCEDURES_TOPIC);
    });
    for (let tries = 0; tries < 100 && living.catalogue.version("1.001193", "v1") === null; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(living.catalogue.find("1.001193", "2026-11-24")?.version, birth.version);
    assert.equal(living.catalogue.find("1.001193", "2026-11-25")?.version, "v1");
    assert.equal(living.catalogue.all("2026-11-25").filter(({ code }) => code === "1.001193").length, 1);
    assert.equal(living.search.search("1.001193", 1)[0]?.name, birth.name);
    day = "2026-11-25";
    assert.equal(living.search.search("1.001193", 1)[0]?.name, "Làm giấy cho em bé");
    living.close();
  });

  it("of the same day: the one published last counts; one that was withdrawn never; a preview is found by its name only", async () => {
    await publish(version("v2", "2026-11-25", "Lần hai"), new Date(at.getTime() + 1000));
    await publish(version("v3", "2026-12-01", "Rút"), at);
    assert.equal(await withdrawVersion(database.sql, "xa", { procedure: "1.001193", version: "v3" }, "2026-11-23", at), true);
    assert.equal(await withdrawVersion(database.sql, "xa", { procedure: "1.001193", version: "v3" }, "2026-11-23", at), false, "once");
    assert.equal(await withdrawVersion(database.sql, "xa", { procedure: "1.001193", version: "v2" }, "2026-11-25", at), false, "begun");
    await insertPreview(database.sql, "xa", version("xem-truoc-1", "2020-01-01", "Xem"), at);
    const living = await openLivingCatalogue(database, content, () => at, assert.fail);
    assert.equal(living.catalogue.find("1.001193", "2026-12-31")?.version, "v2");
    assert.equal(living.catalogue.version("1.001193", "v3"), null);
    assert.equal(living.catalogue.version("1.001193", "xem-truoc-1")?.name, "Xem");
    assert.ok(!living.catalogue.versions("1.001193").some(({ version: name }) => name.startsWith("xem")));
    living.close();
  });

  it("are never changed and never deleted", async () => {
    await assert.rejects(database.sql`update procedure_versions set body = '{}' where version = 'v1'`, /never changed/);
    await assert.rejects(database.sql`update procedure_versions set withdrawn_at = null where version = 'v3'`, /never changed/);
    await assert.rejects(database.sql`delete from procedure_versions where version = 'v1'`, /never changed/);
  });
});

describe("an edit", () => {
  it("is written only from the state that its form was drawn from; a form of an edit that is gone fits no later one", async () => {
    const edit = { office: "xa", basedOn: birth.version, body: birth };
    assert.equal(await saveEdit(database.sql, { ...edit, revision: 0 }, at), true);
    assert.equal(await saveEdit(database.sql, { ...edit, revision: 0 }, at), false);
    const first = await readEdit(database.sql, "xa", "1.001193");
    assert.ok(first);
    assert.deepEqual(first.body, birth);
    assert.equal(await saveEdit(database.sql, { ...edit, revision: first.revision }, at), true);
    assert.equal(await saveEdit(database.sql, { ...edit, revision: first.revision }, at), false);
    assert.equal(await deleteEdit(database.sql, "xa", "1.001193", first.revision), false);
    assert.equal(await deleteEdit(database.sql, "xa", "1.001193", first.revision + 1), true);
    await saveEdit(database.sql, { ...edit, revision: 0 }, new Date(at.getTime() + 5));
    assert.equal(await saveEdit(database.sql, { ...edit, revision: first.revision + 1 }, at), false);
  });
});
