import type { Now } from "../base/clock.ts";
import { officeDay } from "../base/clock.ts";
import type { NewId } from "../base/ids.ts";
import type { Printing } from "../devices/printer/printing.ts";
import type { Voice } from "../devices/voice/voice.ts";
import type { DocumentEngine } from "../documents/engine.ts";
import type { SigningTools } from "../documents/signature.ts";
import type { Catalogue } from "../domain/catalogue/catalogue.ts";
import type { Procedure } from "../domain/catalogue/procedure.ts";
import type { SearchIndex } from "../domain/catalogue/search.ts";
import { type Calendar, COMMUNE_HOURS, type HolidayYear, makeCalendar, POLICE_HOURS } from "../domain/deadlines/calendar.ts";
import type { Lists } from "../domain/forms/lists.ts";
import type { ParseContext } from "../domain/forms/parse-answer.ts";
import type { SavingFactors } from "../domain/measures/savings.ts";
import type { AccountTemplates } from "../domain/messages/account-template.ts";
import type { Templates } from "../domain/messages/template.ts";
import type { Picture } from "../domain/papers/picture.ts";
import type { EthnicGroup } from "../domain/people/ethnic-groups.ts";
import type { ConsentTerms } from "../domain/privacy/consent.ts";
import type { Retention } from "../domain/privacy/retention.ts";
import type { StopReason } from "../domain/slips/stop-grounds.ts";
import type { DistrictTiles } from "../domain/units/tiles.ts";
import type { UnitTable } from "../domain/units/unit-table.ts";
import type { Unit } from "../domain/units/units.ts";
import type { Language } from "../domain/voices/languages.ts";
import type { ContentStore } from "../files/content-store.ts";
import type { PaperIntake } from "../files/intake/intake.ts";
import type { Messengers } from "../partners/messages/messenger.ts";
import type { Database } from "../store/database/database.ts";
import type { Office } from "../store/records/offices.ts";

/** What operations work with; main wires it once, tests wire their own. */
export interface Context {
  readonly database: Database;
  readonly files: ContentStore;
  readonly intake: PaperIntake;
  readonly documents: DocumentEngine;
  /** Tokens that sign, and who stamps the time. */
  readonly signing: SigningTools;
  readonly printing: Printing;
  readonly voice: Voice;
  /** Who carries messages out, by channel. */
  readonly messengers: Messengers;
  /** What messages say. */
  readonly messages: Templates;
  /** What messages about an account say. */
  readonly accountMessages: AccountTemplates;
  readonly catalogue: Catalogue;
  readonly search: SearchIndex;
  /** Takes in what was published here or elsewhere since; the catalogue and the search follow. */
  readonly reloadProcedures: () => Promise<void>;
  readonly lists: Lists;
  /** What pickers offer by typing. */
  readonly pickers: {
    readonly ethnicGroups: readonly EthnicGroup[];
    readonly provinces: readonly Unit[];
    readonly communes: Readonly<Record<string, readonly Unit[]>>;
  };
  /** Units as content/units has them; see operations/units/unit-table.ts for those that were imported. */
  readonly units: { readonly table: UnitTable; readonly tiles: DistrictTiles };
  /** What an online dossier spares people, as content/measures has it. */
  readonly savingFactors: SavingFactors;
  /** For what a dossier is stopped, and by which law, as content/stops.yaml has it. */
  readonly stopReasons: readonly StopReason[];
  /** In which people may record; Vietnamese first. */
  readonly languages: readonly Language[];
  /** Drawings of filled papers, by the name that procedures call them. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly holidays: readonly HolidayYear[];
  /** What people may agree to, a purpose each. */
  readonly consents: readonly ConsentTerms[];
  /** How long what is kept, and why. */
  readonly retention: Retention;
  readonly now: Now;
  readonly newId: NewId;
  /** Under which address people reach this installation, for links in QR codes: http://192.168.1.10:8080 */
  readonly publicUrl: string;
  /** Where files on their way over a weak line lie until they are whole. */
  readonly uploadsFolder: string;
}

/** The parse context of this moment. */
export function parseContext(context: Context): ParseContext {
  return { lists: context.lists, today: officeDay(context.now()) };
}

/** The working calendar of an office of that kind; made once of the holidays that were read at start. */
export function calendarOf({ holidays }: Pick<Context, "holidays">, kind: Office["kind"]): Calendar {
  const calendars = CALENDARS.get(holidays) ?? {
    police: makeCalendar(holidays, POLICE_HOURS),
    commune: makeCalendar(holidays, COMMUNE_HOURS),
  };
  CALENDARS.set(holidays, calendars);
  return kind === "police" ? calendars.police : calendars.commune;
}

const CALENDARS = new WeakMap<readonly HolidayYear[], { readonly police: Calendar; readonly commune: Calendar }>();

/** The procedure in the very version that a draft or dossier was begun under; a version is never taken out of content while one needs it. */
export function procedureOf(context: Pick<Context, "catalogue">, code: string, version: string): Procedure | null {
  return context.catalogue.version(code, version);
}
