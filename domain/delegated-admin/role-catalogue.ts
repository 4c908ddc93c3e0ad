/** An Entra built-in role: its template id, the same in every tenant, and Microsoft's name for it. */
export type DirectoryRole = { id: string; name: string }

export const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10'

const role = (id: string, name: string): DirectoryRole => ({ id, name })

/** The built-in roles that a relationship may hold, by name (BR-83). Custom roles are none of them. */
export const directoryRoles: readonly DirectoryRole[] = [
  role('9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', 'Application Administrator'),
  role('cf1c38e5-3621-4004-a7cb-879624dced7c', 'Application Developer'),
  role('c4e39bd9-1100-46d3-8c65-fb160da0071f', 'Authentication Administrator'),
  role('0526716b-113d-4c15-b2c8-68e3c22b9f80', 'Authentication Policy Administrator'),
  role('7495fdc4-34c4-4d15-a289-98788ce399fd', 'Azure Information Protection Administrator'),
  role('b0f54661-2d74-4c50-afa3-1ec803f12efe', 'Billing Administrator'),
  role('892c5842-a9a6-463a-8041-72aa08ca3cf6', 'Cloud App Security Administrator'),
  role('158c047a-c907-4556-b7ef-446551a6b5f7', 'Cloud Application Administrator'),
  role('7698a772-787b-4ac8-901f-60d6b08affd2', 'Cloud Device Administrator'),
  role('17315797-102d-40b4-93e0-432062caca18', 'Compliance Administrator'),
  role('e6d1a23a-da11-4be4-9570-befc86d067a7', 'Compliance Data Administrator'),
  role('b1be1c3e-b65d-4f19-8427-f6fa0d97feb9', 'Conditional Access Administrator'),
  role('88d8e3e3-8f55-4a1e-953a-9b9898b8876b', 'Directory Readers'),
  role('9360feb5-f418-4baa-8175-e2a00bac4301', 'Directory Writers'),
  role('8329153b-31d0-4727-b945-745eb3bc5f31', 'Domain Name Administrator'),
  role('44367163-eba1-44c3-98af-f5787879f96a', 'Dynamics 365 Administrator'),
  role('29232cdf-9323-42fd-ade2-1d097af3e4de', 'Exchange Administrator'),
  role('31392ffb-586c-42d1-9346-e59415a2cc4e', 'Exchange Recipient Administrator'),
  role('be2f45a1-457d-42af-a067-6ec1fa63bc45', 'External Identity Provider Administrator'),
  role('a9ea8996-122f-4c74-9520-8edcd192826c', 'Fabric Administrator'),
  role(globalAdministrator, 'Global Administrator'),
  role('f2ef992c-3afb-46b9-b7cf-a126ee74c451', 'Global Reader'),
  role('fdd7a751-b60b-444a-984c-02652fe8fa1c', 'Groups Administrator'),
  role('95e79109-95c0-4d8e-aee3-d01accf2d47b', 'Guest Inviter'),
  role('729827e3-9c14-49f7-bb1b-9608f156bbb8', 'Helpdesk Administrator'),
  role('8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2', 'Hybrid Identity Administrator'),
  role('45d8d3c5-c802-45c6-b32a-1d70b5e1e86e', 'Identity Governance Administrator'),
  role('3a2c62db-5318-420d-8d74-23affee5d9d5', 'Intune Administrator'),
  role('4d6ac14f-3453-41d0-bef9-a3e0c569773a', 'License Administrator'),
  role('790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b', 'Message Center Reader'),
  role('2b745bdf-0803-4d80-aa65-822c4493daac', 'Office Apps Administrator'),
  role('966707d0-3269-4727-9be2-8c3a10f19b9d', 'Password Administrator'),
  role('11648597-926c-4cf3-9c36-bcebb0ba8dcc', 'Power Platform Administrator'),
  role('644ef478-e28f-4e28-b9dc-3fdde9aa0b1f', 'Printer Administrator'),
  role('7be44c8a-adaf-4e2a-84d6-ab2649e08a13', 'Privileged Authentication Administrator'),
  role('e8611ab8-c189-46e8-94e1-60213ab1f814', 'Privileged Role Administrator'),
  role('4a5d8f65-41da-4de4-8968-e035b65339cf', 'Reports Reader'),
  role('194ae4cb-b126-40b2-bd5b-6091b380977d', 'Security Administrator'),
  role('5f2222b1-57c3-48ba-8ad5-d4759f1fde6f', 'Security Operator'),
  role('5d6b6bb7-de71-4623-b4af-96380a352509', 'Security Reader'),
  role('f023fd81-a637-4b56-95fd-791ac0226033', 'Service Support Administrator'),
  role('f28a1f50-f6e7-4571-818b-6a12f2af6b6c', 'SharePoint Administrator'),
  role('69091246-20e8-4a56-aa4d-066075b2a7a8', 'Teams Administrator'),
  role('baf37b3a-610e-45da-9e62-d9d1e5e8914b', 'Teams Communications Administrator'),
  role('75934031-6c7e-415a-99d7-48dbd49e875e', 'Usage Summary Reports Reader'),
  role('fe930be7-5e62-47db-91af-98c3a49a38b1', 'User Administrator'),
  role('11451d60-acb2-45eb-a7d6-43d0f0125c13', 'Windows 365 Administrator'),
]

const known = new Set(directoryRoles.map(({ id }) => id))

export const isDirectoryRole = (id: string): boolean => known.has(id)

/** The template id of a role by Microsoft's name. Throws for a name that the catalogue does not have. */
export function roleNamed(name: string): string {
  const found = directoryRoles.find((each) => each.name === name)
  if (!found) throw new Error(`There is no built-in role "${name}" in the catalogue`)
  return found.id
}
