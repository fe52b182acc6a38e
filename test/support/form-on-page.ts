import assert from "node:assert/strict";
import type { Person } from "./person.ts";

/**
 * The form on the page in front of somebody that is sent to `action`, by itself or by one of its buttons, filled in as it stands: its hidden fields, what is ticked and chosen. Fails where there is
 * no such form, so that what a test sends is what a page would send.
 */
export function formTo(person: Person, action: string): Record<string, string> {
  const { text, url, status } = person.seen;
  const forms = [...text.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)];
  const here = url.replace(/[?#].*/, "");
  const targets = (tag: string, inside: string) => [
    /action="([^"]*)"/.exec(tag)?.[1] ?? here,
    ...[...inside.matchAll(/formaction="([^"]*)"/g)].map(([, target = ""]) => target),
  ];
  const found = forms.find(([, tag = "", inside = ""]) => /method="post"/.test(tag) && targets(tag, inside).map(plain).includes(action));
  assert.ok(
    found,
    `${url} (${status}) has a form to ${action}; it has ${forms.map(([, tag]) => /action="([^"]*)"/.exec(tag ?? "")?.[1]).join(", ")}`,
  );
  return fieldsOf(found[2] ?? "");
}

function fieldsOf(form: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (!name || (/type="(checkbox|radio)"/.test(tag) && !/ checked/.test(tag)) || /type="file"/.test(tag)) continue;
    fields[plain(name)] = plain(/value="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  for (const [, name = "", value = ""] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g))
    fields[plain(name)] = plain(value).trim();
  for (const [, name = "", options = ""] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option value="([^"]*)" selected/.exec(options) ?? /<option value="([^"]*)"/.exec(options);
    fields[plain(name)] = plain(chosen?.[1] ?? "");
  }
  return fields;
}

function plain(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
