import { abilitiesOf, rolesAt } from '../../../domain/people/abilities.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'

/** What each role opens here, drawn from the rules that decide the acts themselves. */
export function AbilitiesCard({ organization }: { organization: Organization }) {
  const { t } = useWords()
  return (
    <Card title={t('people.abilities')}>
      <Stack gap={4}>
        {rolesAt(organization.kind).map((role) => {
          const abilities = abilitiesOf(role, organization, ownPolicy())
          return (
            <Stack key={role} gap={1}>
              <Text as="h3" text="strong">{t(`ui.role.${role}`)}</Text>
              {abilities.length === 0 ? <Text tone="muted">{t('people.abilities.none')}</Text> : (
                <Stack as="ul" gap={1} list="disc">
                  {abilities.map((ability) => <li key={ability}>{t(`people.ability.${ability}`)}</li>)}
                </Stack>
              )}
            </Stack>
          )
        })}
      </Stack>
    </Card>
  )
}
