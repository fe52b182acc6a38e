import { Hono } from "hono";
import { compress } from "hono/compress";
import { csrf } from "hono/csrf";
import { secureHeaders } from "hono/secure-headers";
import type { Logger } from "pino";
import type { Context } from "../operations/context.ts";
import { listOffices } from "../operations/offices/places.ts";
import { api } from "./api/routes.ts";
import { buildAssets } from "./assets/assets.ts";
import { contrast } from "./http/contrast.ts";
import { failed, notFound } from "./http/failures.tsx";
import { formsOnly } from "./http/forms-only.ts";
import { limitRate } from "./http/rate-limit.ts";
import { type Env, readVisitor } from "./http/request.ts";
import { textSize } from "./http/text-size.ts";
import { adminKeys } from "./pages/admin/keys.tsx";
import { adminLaunch } from "./pages/admin/launch-links.tsx";
import { adminOfficeDays } from "./pages/admin/office-days.tsx";
import { adminPoints } from "./pages/admin/points.tsx";
import { procedureList } from "./pages/admin/procedures/list.tsx";
import { procedureOverview } from "./pages/admin/procedures/overview.tsx";
import { procedureParts } from "./pages/admin/procedures/parts.tsx";
import { procedurePreview } from "./pages/admin/procedures/preview.tsx";
import { procedurePublishing } from "./pages/admin/procedures/publishing.tsx";
import { adminWeek } from "./pages/admin/week.tsx";
import { procedure } from "./pages/citizen/about-procedure.tsx";
import { account } from "./pages/citizen/account.tsx";
import { accountContact } from "./pages/citizen/account-contact.tsx";
import { papers } from "./pages/citizen/adding-papers.tsx";
import { comingBack } from "./pages/citizen/coming-back.tsx";
import { copying } from "./pages/citizen/copying.tsx";
import { declaration } from "./pages/citizen/declaration.tsx";
import { feedback } from "./pages/citizen/feedback.tsx";
import { galleyPages } from "./pages/citizen/galley.tsx";
import { home } from "./pages/citizen/home.tsx";
import { language } from "./pages/citizen/language.tsx";
import { launch } from "./pages/citizen/launch.tsx";
import { phone } from "./pages/citizen/phone.tsx";
import { pictures } from "./pages/citizen/pictures.ts";
import { printOrders } from "./pages/citizen/print-order.tsx";
import { scanning } from "./pages/citizen/scanning.tsx";
import { sending } from "./pages/citizen/sending.tsx";
import { sounds } from "./pages/citizen/sounds.ts";
import { tracking } from "./pages/citizen/tracking.tsx";
import { verification } from "./pages/citizen/verification.tsx";
import { wishes } from "./pages/citizen/wishes.tsx";
import { help } from "./pages/help.tsx";
import { apologyPages } from "./pages/office/apologies.tsx";
import { declarationForm } from "./pages/office/declaration-form.tsx";
import { dossier } from "./pages/office/dossier.tsx";
import { duplicatePages } from "./pages/office/duplicates.tsx";
import { feedbackDesk } from "./pages/office/feedback-desk.tsx";
import { officeFiles } from "./pages/office/files.ts";
import { galleyDesk } from "./pages/office/galleys.tsx";
import { inbox } from "./pages/office/inbox.tsx";
import { intake } from "./pages/office/intake.tsx";
import { entryLinking } from "./pages/office/link-entry.tsx";
import { manyPages } from "./pages/office/many.tsx";
import { moves } from "./pages/office/moves.ts";
import { openNowPages } from "./pages/office/open-now.ts";
import { outbox } from "./pages/office/outbox.tsx";
import { questionPages } from "./pages/office/questions.tsx";
import { registerEntry } from "./pages/office/register-entry.tsx";
import { registerPages } from "./pages/office/registers.tsx";
import { filterPages } from "./pages/office/saved-filters.ts";
import { searchPages } from "./pages/office/search.tsx";
import { supplementPages } from "./pages/office/supplement.tsx";
import { transferredPages } from "./pages/office/transferred.tsx";
import { voiceApproval } from "./pages/office/voice-approval.tsx";
import { calls } from "./pages/point/calls.tsx";
import { pointDesk } from "./pages/point/desk.tsx";
import { devicePages } from "./pages/point/devices.tsx";
import { lateVisits } from "./pages/point/late-visits.tsx";
import { learning } from "./pages/point/learning.tsx";
import { machineHere } from "./pages/point/machine-here.ts";
import { mandatePages } from "./pages/point/mandate.tsx";
import { rosterPages } from "./pages/point/roster.tsx";
import { visitPages } from "./pages/point/visit.tsx";
import { voicePages } from "./pages/point/voices.tsx";
import { waiting } from "./pages/point/waiting.tsx";
import { askAtPointPages } from "./pages/privacy/ask-at-desk.tsx";
import { personalCopy } from "./pages/privacy/copy.ts";
import { personal } from "./pages/privacy/personal.tsx";
import { requestPages } from "./pages/privacy/request.tsx";
import { requestDeskPages } from "./pages/privacy/request-desk.tsx";
import { retentionPages } from "./pages/privacy/retention.tsx";
import { security } from "./pages/staff/security.tsx";
import { signIn } from "./pages/staff/signing-in.tsx";
import { apologyCountsPage } from "./pages/statistics/apology-counts.tsx";
import { behindPages } from "./pages/statistics/behind.tsx";
import { dashboardPage } from "./pages/statistics/dashboard.tsx";
import { openDataPage } from "./pages/statistics/open-data.tsx";
import { reportMailPages } from "./pages/statistics/reports/by-mail.tsx";
import { reportListPage } from "./pages/statistics/reports/list.tsx";
import { reportPages } from "./pages/statistics/reports/report.tsx";
import { targetPages } from "./pages/statistics/targets.tsx";

/** The whole path of a request, read from top to bottom. */
export async function createApp(services: Context, { logger }: { logger: Logger }): Promise<Hono<Env>> {
  const assets = await buildAssets();
  const practiceSetUp = (await listOffices(services)).some((office) => office.practice);
  const app = new Hono<Env>();

  app.use(
    secureHeaders({
      contentSecurityPolicy: POLICY,
      referrerPolicy: "same-origin",
      xFrameOptions: "SAMEORIGIN",
      strictTransportSecurity: false,
    }),
  );
  app.route("/", assets.routes);
  app.use(compress());
  app.use(limitRate());
  app.use(async (request, next) => {
    request.set("services", services);
    request.set("assets", assets);
    request.set("practiceSetUp", practiceSetUp);
    await next();
  });
  // PostgreSQL keeps no NUL: an address that holds one is none of ours
  app.use(async (request, next) => (request.req.url.includes("%00") ? notFound(request) : next()));
  app.route("/api", api);
  app.use(csrf());
  app.use(formsOnly());
  app.route("/", machineHere);
  app.use(async (request, next) => {
    request.set("visitor", await readVisitor(request));
    await next();
  });
  for (const pages of Object.values(PAGES).flat()) app.route("/", pages);
  app.notFound(notFound);
  app.onError((error, request) => failed(request, error, logger));
  return app;
}

/**
 * Every page, one a line. The first route that fits an address answers, so within a group, and between groups, an address of fixed words stands before one
 * with a place for an id: /mot-cua/tim before /mot-cua/:id, which is why the desk comes last and the dossier itself at its end.
 */
const PAGES = {
  citizen: [
    home,
    procedure,
    comingBack,
    sending,
    scanning,
    copying,
    papers,
    declaration,
    phone,
    galleyPages,
    wishes,
    tracking,
    verification,
    feedback,
    launch,
    account,
    accountContact,
    personal,
    personalCopy,
    help,
  ],
  howItLooksAndSounds: [language, sounds, pictures, textSize, contrast],
  figures: [openDataPage, dashboardPage, behindPages, apologyCountsPage, targetPages, reportListPage, reportPages, reportMailPages],
  admin: [
    adminPoints,
    adminKeys,
    adminOfficeDays,
    adminLaunch,
    adminWeek,
    procedureList,
    procedureParts,
    procedurePublishing,
    procedurePreview,
    // last of the editor: /quan-tri/thu-tuc/:code
    procedureOverview,
  ],
  point: [
    learning,
    lateVisits,
    devicePages,
    printOrders,
    waiting,
    calls,
    voicePages,
    rosterPages,
    pointDesk,
    mandatePages,
    askAtPointPages,
    // after those that add a word to a visit's address: /ban-truc/luot/:id/:move
    visitPages,
  ],
  desk: [
    signIn,
    security,
    outbox,
    galleyDesk,
    requestDeskPages,
    requestPages,
    retentionPages,
    feedbackDesk,
    voiceApproval,
    inbox,
    intake,
    manyPages,
    apologyPages,
    filterPages,
    declarationForm,
    supplementPages,
    questionPages,
    searchPages,
    transferredPages,
    duplicatePages,
    registerPages,
    registerEntry,
    entryLinking,
    openNowPages,
    officeFiles,
    // what is left of /mot-cua/… is a dossier, and an act on it
    moves,
    dossier,
  ],
} as const;

/** Only what is ours, and nothing inline: what somebody types can never run. */
const POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:", "blob:"],
  mediaSrc: ["'self'", "blob:"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'self'"],
};
