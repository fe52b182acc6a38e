import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { isLaunchPurpose, readLaunchAddress } from "../../domain/point/launch.ts";
import { insertLaunchLink, type LaunchLink, listLaunchLinks, removeLaunchLink } from "../../store/records/launch-links.ts";
import { insertService } from "../../store/records/visits.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import type { Visitor } from "../identity/session.ts";
import { listPoints } from "../offices/places.ts";
import { type Problem, problem } from "../problems.ts";
import { type AtPoint, visitAnyway } from "../visits/open-visit.ts";

/** The outside services of a point: electricity, insurance, post, shopping; as the admin lists them. */
export function launchLinks(context: Context, place: AtPoint): Promise<LaunchLink[]> {
  return listLaunchLinks(context.database.sql, place.office, place.point);
}

export async function findLaunchLink(context: Context, place: AtPoint, link: string): Promise<LaunchLink | null> {
  return (await launchLinks(context, place)).find((candidate) => candidate.link === link) ?? null;
}

/**
 * Somebody goes to an outside service: counted as what it is for, in their visit; one is opened in silence for whoever just sat down. What they do there
 * is not seen. People at work who try a link are not counted. Answers the token of a session that had to be begun.
 */
export async function countLaunch(context: Context, visitor: Visitor, place: AtPoint, link: LaunchLink): Promise<string | null> {
  if (visitor.kind === "staff") return null;
  const { visit, token } = await visitAnyway(context, visitor, place, link.purpose);
  if (visit === null) return token;
  const service = { service: context.newId(), kind: "launch", pages: 0, purpose: link.purpose } as const;
  await insertService(context.database.sql, visit, service, context.now());
  return token;
}

/** Puts a service on the launch page of one of the office's points, behind those that are there. */
export async function addLaunchLink(
  context: Context,
  member: StaffMember,
  point: string,
  typed: { readonly name: string; readonly hint: string; readonly address: string; readonly purpose: string },
): Promise<Result<LaunchLink, Problem>> {
  if (!(await listPoints(context)).some((known) => known.office === member.office && known.point === point))
    return refuse(problem("point-unknown"));
  const address = readLaunchAddress(typed.address);
  const fields: Record<string, string> = {};
  if (typed.name.trim() === "") fields.ten = "Xin ghi tên dịch vụ, ví dụ: Tra cứu tiền điện.";
  if (!address.ok) fields["dia-chi"] = ADDRESS_WORDS[address.reason];
  if (!isLaunchPurpose(typed.purpose)) fields.viec = "Xin chọn dịch vụ này để làm gì.";
  if (Object.keys(fields).length > 0 || !address.ok || !isLaunchPurpose(typed.purpose))
    return refuse(problem("answers-refused", { fields }));
  const there = await launchLinks(context, { office: member.office, point });
  const link = {
    office: member.office,
    link: context.newId(),
    point,
    name: typed.name.trim().slice(0, NAME_LIMIT),
    hint: typed.hint.trim().slice(0, NAME_LIMIT),
    address: address.value,
    purpose: typed.purpose,
    position: (there.at(-1)?.position ?? 0) + 1,
  };
  await insertLaunchLink(context.database.sql, link);
  return ok(link);
}

const ADDRESS_WORDS = {
  "not-an-address": "Xin ghi địa chỉ trang, ví dụ: https://www.vidu.vn",
  "not-secure": "Trang phải bắt đầu bằng https:// để không ai đọc trộm được. Xin hỏi nơi cung cấp địa chỉ https.",
};
const NAME_LIMIT = 100;

export async function takeLaunchLinkAway(
  context: Context,
  member: StaffMember,
  point: string,
  link: string,
): Promise<Result<true, Problem>> {
  const at = { office: member.office, point };
  const gone = isUuid(link) && (await removeLaunchLink(context.database.sql, at, link, context.now()));
  return gone ? ok(true) : refuse(problem("launch-not-found"));
}
