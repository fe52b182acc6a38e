import type { StaffMember as Member, StaffRole as Role } from "../../store/records/staff.ts";

/** Somebody at work, as pages know them. */
export type StaffMember = Member;
export type StaffRole = Role;
