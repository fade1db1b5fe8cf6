/** As much of config/demo/case.json as is shown. */
export interface DemoCase {
  referral_reason: string;
  service_history: string;
  threshold_rationale: string;
  people: { id: string; name: string; dob: string; roles: string[]; addresses: { line: string; town: string }[] }[];
  requests: { agency_type: string; necessity_why: string; proportionality_why: string; responder: { returns: { items: DemoItem[]; context: string } } }[];
  outcome: { rationale: string };
}
export interface DemoItem { id: string; about_person: string; nature: string; text: string; source: string; event_date: string | null }
