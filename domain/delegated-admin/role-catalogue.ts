/**
 * An Entra built-in role: its template id, the same in every tenant, and Microsoft's name for it. What it allows is in the catalogue under
 * `roles.allows.` + key. `isPrivileged` as Microsoft marks it.
 */
export type DirectoryRole = { id: string; key: string; name: string; isPrivileged: boolean }

export const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10'

const role = (id: string, key: string, name: string): DirectoryRole => ({ id, key, name, isPrivileged: false })
const privileged = (id: string, key: string, name: string): DirectoryRole => ({ id, key, name, isPrivileged: true })

/** The built-in roles that a relationship may hold, by name (BR-83). Custom roles are none of them. */
export const directoryRoles: readonly DirectoryRole[] = [
  privileged('9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', 'application_administrator', 'Application Administrator'),
  privileged('cf1c38e5-3621-4004-a7cb-879624dced7c', 'application_developer', 'Application Developer'),
  privileged('c4e39bd9-1100-46d3-8c65-fb160da0071f', 'authentication_administrator', 'Authentication Administrator'),
  role('0526716b-113d-4c15-b2c8-68e3c22b9f80', 'authentication_policy_administrator', 'Authentication Policy Administrator'),
  role('7495fdc4-34c4-4d15-a289-98788ce399fd', 'azure_information_protection_administrator', 'Azure Information Protection Administrator'),
  role('b0f54661-2d74-4c50-afa3-1ec803f12efe', 'billing_administrator', 'Billing Administrator'),
  role('892c5842-a9a6-463a-8041-72aa08ca3cf6', 'cloud_app_security_administrator', 'Cloud App Security Administrator'),
  privileged('158c047a-c907-4556-b7ef-446551a6b5f7', 'cloud_application_administrator', 'Cloud Application Administrator'),
  privileged('7698a772-787b-4ac8-901f-60d6b08affd2', 'cloud_device_administrator', 'Cloud Device Administrator'),
  role('17315797-102d-40b4-93e0-432062caca18', 'compliance_administrator', 'Compliance Administrator'),
  role('e6d1a23a-da11-4be4-9570-befc86d067a7', 'compliance_data_administrator', 'Compliance Data Administrator'),
  privileged('b1be1c3e-b65d-4f19-8427-f6fa0d97feb9', 'conditional_access_administrator', 'Conditional Access Administrator'),
  role('88d8e3e3-8f55-4a1e-953a-9b9898b8876b', 'directory_readers', 'Directory Readers'),
  privileged('9360feb5-f418-4baa-8175-e2a00bac4301', 'directory_writers', 'Directory Writers'),
  privileged('8329153b-31d0-4727-b945-745eb3bc5f31', 'domain_name_administrator', 'Domain Name Administrator'),
  role('44367163-eba1-44c3-98af-f5787879f96a', 'dynamics_365_administrator', 'Dynamics 365 Administrator'),
  role('29232cdf-9323-42fd-ade2-1d097af3e4de', 'exchange_administrator', 'Exchange Administrator'),
  role('31392ffb-586c-42d1-9346-e59415a2cc4e', 'exchange_recipient_administrator', 'Exchange Recipient Administrator'),
  privileged(
    'be2f45a1-457d-42af-a067-6ec1fa63bc45', 'external_identity_provider_administrator', 'External Identity Provider Administrator',
  ),
  role('a9ea8996-122f-4c74-9520-8edcd192826c', 'fabric_administrator', 'Fabric Administrator'),
  privileged(globalAdministrator, 'global_administrator', 'Global Administrator'),
  privileged('f2ef992c-3afb-46b9-b7cf-a126ee74c451', 'global_reader', 'Global Reader'),
  role('fdd7a751-b60b-444a-984c-02652fe8fa1c', 'groups_administrator', 'Groups Administrator'),
  role('95e79109-95c0-4d8e-aee3-d01accf2d47b', 'guest_inviter', 'Guest Inviter'),
  privileged('729827e3-9c14-49f7-bb1b-9608f156bbb8', 'helpdesk_administrator', 'Helpdesk Administrator'),
  privileged('8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2', 'hybrid_identity_administrator', 'Hybrid Identity Administrator'),
  role('45d8d3c5-c802-45c6-b32a-1d70b5e1e86e', 'identity_governance_administrator', 'Identity Governance Administrator'),
  privileged('3a2c62db-5318-420d-8d74-23affee5d9d5', 'intune_administrator', 'Intune Administrator'),
  role('4d6ac14f-3453-41d0-bef9-a3e0c569773a', 'license_administrator', 'License Administrator'),
  role('790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b', 'message_center_reader', 'Message Center Reader'),
  role('2b745bdf-0803-4d80-aa65-822c4493daac', 'office_apps_administrator', 'Office Apps Administrator'),
  privileged('966707d0-3269-4727-9be2-8c3a10f19b9d', 'password_administrator', 'Password Administrator'),
  role('024906de-61e5-49c8-8572-40335f1e0e10', 'people_administrator', 'People Administrator'),
  role('11648597-926c-4cf3-9c36-bcebb0ba8dcc', 'power_platform_administrator', 'Power Platform Administrator'),
  role('644ef478-e28f-4e28-b9dc-3fdde9aa0b1f', 'printer_administrator', 'Printer Administrator'),
  privileged('7be44c8a-adaf-4e2a-84d6-ab2649e08a13', 'privileged_authentication_administrator', 'Privileged Authentication Administrator'),
  privileged('e8611ab8-c189-46e8-94e1-60213ab1f814', 'privileged_role_administrator', 'Privileged Role Administrator'),
  role('4a5d8f65-41da-4de4-8968-e035b65339cf', 'reports_reader', 'Reports Reader'),
  privileged('194ae4cb-b126-40b2-bd5b-6091b380977d', 'security_administrator', 'Security Administrator'),
  privileged('5f2222b1-57c3-48ba-8ad5-d4759f1fde6f', 'security_operator', 'Security Operator'),
  privileged('5d6b6bb7-de71-4623-b4af-96380a352509', 'security_reader', 'Security Reader'),
  role('f023fd81-a637-4b56-95fd-791ac0226033', 'service_support_administrator', 'Service Support Administrator'),
  role('f28a1f50-f6e7-4571-818b-6a12f2af6b6c', 'sharepoint_administrator', 'SharePoint Administrator'),
  role('69091246-20e8-4a56-aa4d-066075b2a7a8', 'teams_administrator', 'Teams Administrator'),
  role('baf37b3a-610e-45da-9e62-d9d1e5e8914b', 'teams_communications_administrator', 'Teams Communications Administrator'),
  role('1076ac91-f3d9-41a7-a339-dcdf5f480acc', 'teams_reader', 'Teams Reader'),
  role('75934031-6c7e-415a-99d7-48dbd49e875e', 'usage_summary_reports_reader', 'Usage Summary Reports Reader'),
  privileged('fe930be7-5e62-47db-91af-98c3a49a38b1', 'user_administrator', 'User Administrator'),
  role('11451d60-acb2-45eb-a7d6-43d0f0125c13', 'windows_365_administrator', 'Windows 365 Administrator'),
]

const known = new Set(directoryRoles.map(({ id }) => id))

export const isDirectoryRole = (id: string): boolean => known.has(id)

/** The template id of a role by Microsoft's name. Throws for a name that the catalogue does not have. */
export function roleNamed(name: string): string {
  const found = directoryRoles.find((each) => each.name === name)
  if (!found) throw new Error(`There is no built-in role "${name}" in the catalogue`)
  return found.id
}
