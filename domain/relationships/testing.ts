import type { CustomerRecord } from '../customers/customer.ts'
import { undescribed } from '../customers/description.ts'
import type { Cloud, PartnerKind } from '../organizations/kinds.ts'
import type { Actor } from '../session/actor.ts'
import type { Role } from '../session/roles.ts'

export const partnerOrganizationId = '01900000-0000-7000-8000-000000000001'

export const partnerActor = (kind: PartnerKind, role: Role, cloud: Cloud = 'global'): Actor => ({
  user: { id: '01900000-0000-7000-8000-0000000000f1', displayName: 'Mina Seo', email: 'mina@contoso.example', roles: [role], locale: 'en' },
  organization: {
    id: partnerOrganizationId,
    tenantId: '01900000-0000-7000-8000-0000000000e1',
    displayName: 'Contoso Distribution',
    domain: 'contoso.example',
    kind,
    cloud,
    country: 'KR',
    partnerId: '4801000',
  },
})

export const customerOf = (): CustomerRecord => ({
  id: '01900000-0000-7000-8000-0000000000c1',
  companyProfile: { tenantId: '01900000-0000-7000-8000-0000000000c1', domain: 'tailspin.example', companyName: 'Tailspin Toys' },
  ...undescribed(),
  aliases: [],
  country: 'KR',
  relationshipToPartner: 'reseller',
  relationshipText: null,
  basis: 'accepted',
  disputedAt: null,
  owner: { id: partnerOrganizationId, tenantId: '01900000-0000-7000-8000-0000000000e1', displayName: 'Contoso Distribution' },
  reseller: null,
  allowDelegatedAccess: false,
  gdap: { active: false, nextEndDateTime: null },
  lastEventAt: '2026-01-01T00:00:00.000Z',
  version: 1,
})

export const customerActor = (role: Role, cloud: Cloud = 'global'): Actor => ({
  user: { id: '01900000-0000-7000-8000-0000000000f2', displayName: 'Jun Park', email: 'jun@tailspin.example', roles: [role], locale: 'ko' },
  organization: {
    id: '01900000-0000-7000-8000-000000000002',
    tenantId: '01900000-0000-7000-8000-0000000000c1',
    displayName: 'Tailspin Toys',
    domain: 'tailspin.example',
    kind: 'customer',
    cloud,
    country: 'KR',
  },
})
