import { useQuery } from '@tanstack/react-query'
import type { OrganizationDomain } from '../../../domain/organizations/schemas.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { Button } from '../../ui/actions/button.tsx'
import { CopyButton } from '../../ui/actions/copy-button.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import { Form } from '../../ui/forms/form.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { useUnsaved } from '../../ui/forms/use-unsaved.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Facts } from '../../ui/looks/facts.tsx'
import { Box, Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { Noted } from '../../ui/looks/noted.tsx'
import { Badge } from '../../ui/marks/badge.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { addDomain, domainInputs, organizationQueries, proveDomain, removeDomain } from './organization-requests.ts'

/** The organisation's domains, and the records that prove them. */
export function DomainsCard({ verdict }: { verdict: Verdict }) {
  const { t } = useWords()
  const { data, ...query } = useQuery(organizationQueries.domains())
  return (
    <Card title={t('organization.domains')}>
      <Stack gap={4}>
        <Text tone="muted">{t('organization.domains.text')}</Text>
        {!data ? <NotYet query={query} lines={3} />
          : data.items.length === 0 ? <Text>{t('organization.domains.none')}</Text>
          : (
            <Stack as="ul">
              {data.items.map((domain) => (
                <Box as="li" key={domain.domain} ruled="between" pad="3 0">
                  <Domain domain={domain} verdict={verdict} canPretend={data.canPretend} />
                </Box>
              ))}
            </Stack>
          )}
        {verdict.allowed && <NewDomain />}
      </Stack>
    </Card>
  )
}

function Domain({ domain, verdict, canPretend }: { domain: OrganizationDomain; verdict: Verdict; canPretend: boolean }) {
  const { t, formatDate } = useWords()
  const { domain: name, provenAt, missingSince, proofEndsAt, record } = domain
  const prove = useAction('organizations', proveDomain)
  const remove = useAction('organizations', removeDomain)
  const check = async (pretend: boolean) => {
    if (await prove.run({ domain: name, pretend })) showToast(t('organization.domains.verified'))
  }
  const takeAway = async () => {
    if (await remove.run(name)) showToast(t('organization.domains.removed'))
  }
  return (
    <Stack gap={2} role="group" aria-label={name}>
      <Row gap="1 3" align="center">
        <Text as="bdi" text="strong" breaks translate="no">{name}</Text>
        {provenAt
          ? <Badge tone="success">{t('organization.domains.proven', { date: formatDate(provenAt) })}</Badge>
          : <Badge tone="waiting">{t('organization.domains.unproven')}</Badge>}
      </Row>
      {missingSince && proofEndsAt && (
        <Noted icon="caution" box="caution-soft" pad="2 3">
          {t('organization.domains.missing', { date: formatDate(missingSince), end: formatDate(proofEndsAt) })}
        </Noted>
      )}
      {(!provenAt || missingSince) && (
        <Facts facts={[
          [t('organization.domains.record'), <Copied key="name" text={record.name} label={t('organization.domains.copy_name')} />],
          [t('organization.domains.value'), <Copied key="value" text={record.value} label={t('organization.domains.copy_value')} />],
        ]} />
      )}
      <Row gap={2}>
        <ActionButton verdict={verdict} pending={prove.isRunning} onPress={() => void check(false)}>
          {t('organization.domains.verify')}
        </ActionButton>
        {canPretend && verdict.allowed && !provenAt && (
          <Button pending={prove.isRunning} onPress={() => void check(true)}>{t('organization.domains.pretend')}</Button>
        )}
        {verdict.allowed && (
          <Button variant="plain" icon="trash" pending={remove.isRunning} onPress={() => void takeAway()}>
            {t('organization.domains.remove')}
          </Button>
        )}
      </Row>
    </Stack>
  )
}

const Copied = ({ text, label }: { text: string; label: string }) => (
  <Row as="span" gap="0 1" align="center">
    <Text as="bdi" breaks translate="no">{text}</Text>
    <CopyButton iconOnly text={text} label={label} />
  </Row>
)

function NewDomain() {
  const { t } = useWords()
  const [domain, setDomain] = useTyped('organization-domain', '')
  const { complaints, mended, ...add } = useAction('organizations', addDomain, domainInputs)
  useUnsaved(domain)
  const submit = async () => {
    if (!(await add.run({ domain }))) return
    setDomain('')
    showToast(t('organization.domains.added'))
  }
  return (
    <Stack as={Form} gap={2} measure="420px" onSubmit={submit}>
      <TextField label={t('organization.domains.name')} value={domain} error={complaints['/domain']} placeholder="contoso.com"
        onChange={({ target: { value } }) => {
          setDomain(value)
          mended('/domain')
        }} />
      <div><Button type="submit" icon="plus" pending={add.isRunning}>{t('organization.domains.add')}</Button></div>
    </Stack>
  )
}
