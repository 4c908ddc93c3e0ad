import type { z } from 'zod'
import type { DapFacts as Facts } from '../../../domain/dap/schemas.ts'
import { isGdapAvailable } from '../../../domain/gdap/relationship-rules.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import type { IconName } from '../../ui/marks/icon.tsx'
import { Box, Columns, Stack } from '../../ui/looks/layout.tsx'
import { Noted } from '../../ui/looks/noted.tsx'
import { RuleLink } from '../../ui/actions/rule-link.tsx'

/** What ends DAP, and what its removal keeps and takes away. */
export function DapFacts({ facts: { endsBy, leaves, loses } }: { facts: z.infer<typeof Facts> }) {
  const { t } = useWords()
  const policy = ownPolicy()
  return (
    <Columns fit={280} gap={4}>
      <Card title={t('dap.ends')}>
        <FactList icon="arrowRight" lines={endsBy.map((code) => [code, t(`dap.ends.${code}`)])} />
        <Box as="p" before={3} tone="muted" text="caption">
          <span>{t(`dap.ends.who.${policy.acceptancePlace}`)}</span> <RuleLink rule="BR-47" />
        </Box>
      </Card>
      <Card title={t('dap.leaves')}>
        <FactList icon="check" lines={leaves.map((code) => [code, t(`dap.leaves.${code}`)])} />
        <Box as="p" before={3} tone="muted" text="caption"><RuleLink rule="BR-72" /></Box>
      </Card>
      <Card title={t('dap.loses')}>
        <FactList icon="close" lines={loses.map((code) => [code, t(`dap.loses.${code}`)])} />
        <Box as="p" before={3} tone="muted" text="caption">
          {isGdapAvailable(policy).allowed && <><span>{t('dap.loses.unless')}</span>{' '}</>}<RuleLink rule="BR-71" />
        </Box>
      </Card>
    </Columns>
  )
}

function FactList({ icon, lines }: { icon: IconName; lines: readonly (readonly [string, string])[] }) {
  return (
    <Stack as="ul" gap={2}>
      {lines.map(([code, line]) => <Noted as="li" key={code} icon={icon} mark="muted">{line}</Noted>)}
    </Stack>
  )
}
