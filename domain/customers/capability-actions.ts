/** Everything a partner may want to do with a customer; the catalogue has a sentence for each under `capability.`. */
export const capabilityActions = [
  'order',
  'buy_reservations',
  'get_software_keys',
  'see_company_details',
  'manage_users',
  'manage_licenses',
  'open_tickets',
  'use_admin_centers',
  'manage_own_azure',
  'manage_existing_azure',
  'manage_autopilot_devices',
  'change_what_others_sold',
  'be_support_contact',
  'attest_agreement',
  'invite',
  'ask_admin_rights_for_reseller',
  'extend_relationship',
  'remove_relationship',
] as const
export type CapabilityAction = (typeof capabilityActions)[number]
