import { relationshipEnd } from '../../../domain/relationships/customer-effects.ts'
import type { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { useWords } from '../../i18n/use-words.ts'
import { AdminCenterLinks } from '../../ui/actions/admin-center-links.tsx'
import { ChangeList } from '../../ui/lists/change-list.tsx'
import { CopyButton } from '../../ui/actions/copy-button.tsx'
import { Box, Stack, Text } from '../../ui/looks/layout.tsx'

/** Explains who can end the relationship, what must end first, the effects, and how to ask (BR-60 to BR-63). */
export function EndRelationship({ actor: { organization }, row }: { actor: Actor; row: PartnerOfTenant }) {
  const { partner, transacts } = row
  const { changes, keeps } = relationshipEnd(row)
  const { t } = useWords()
  const name = { partner: partner.displayName }
  const message = t('my-partners.end.message', { organization: organization.displayName, tenantId: organization.tenantId })
  return (
    <Box as="details" wide>
      <Text as="summary" opens>{t('my-partners.end')}</Text>
      <Stack gap={3} align="start" before={3}>
        <p>{t(transacts ? 'my-partners.end.who' : 'my-partners.end.who_owner', name)}</p>
        <p>{t('my-partners.end.before')}</p>
        <ChangeList
          changes={changes.map((change) => t(`my-partners.end.changes.${change}`, name))}
          keeps={keeps.map((kept) => t(`my-partners.end.keeps.${kept}`))} />
        <CopyButton label={t('my-partners.end.copy')} text={message} />
        <p>{t('my-partners.end.meanwhile')}</p>
        <AdminCenterLinks links={ownPolicy().adminCenters} />
      </Stack>
    </Box>
  )
}
