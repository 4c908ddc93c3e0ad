import { useState } from 'react'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Role } from '../../../domain/session/roles.ts'
import { canMakeToken } from '../../../domain/tokens/rules.ts'
import { longestTokenLife, longestTokenName, type MadeToken, type TokenDraft, tokenKinds } from '../../../domain/tokens/schemas.ts'
import { scopesFor, type TokenScope } from '../../../domain/tokens/scopes.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import { CheckboxList } from '../../ui/forms/checkbox-list.tsx'
import { Form } from '../../ui/forms/form.tsx'
import { RadioGroup } from '../../ui/forms/radio-group.tsx'
import { NumberField } from '../../ui/forms/number-field.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { useUnsaved } from '../../ui/forms/use-unsaved.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Stack } from '../../ui/looks/layout.tsx'
import { MadeTokenOnce } from './made-token.tsx'
import { makeToken, tokenInputs } from './token-queries.ts'

const usualDays = 90

/** Makes a token; in its place the token is shown, once. */
export function NewToken({ actor }: { actor: Actor }) {
  const { t } = useWords()
  const [made, setMade] = useState<MadeToken>()
  return (
    <Card title={t('tokens.new')}>
      {made ? <MadeTokenOnce made={made} onDone={() => setMade(undefined)} /> : <TokenForm actor={actor} onMade={setMade} />}
    </Card>
  )
}

function TokenForm({ actor, onMade }: { actor: Actor; onMade: (made: MadeToken) => void }) {
  const { t } = useWords()
  const [name, setName] = useTyped('token-name', '')
  const [kind, setKind] = useTyped<TokenDraft['kind']>('token-kind', 'personal')
  const [scopes, setScopes] = useTyped<readonly TokenScope[]>('token-scopes', ['read'])
  const [roles, setRoles] = useTyped<readonly Role[]>('token-roles', actor.user.roles)
  const [days, setDays] = useTyped('token-days', String(usualDays))
  const [isTried, setTried] = useState(false)
  const { complaints, mended, ...make } = useAction('tokens', makeToken, tokenInputs)
  useUnsaved(name)
  const [isService, expiresInDays] = [kind === 'service', Number(days)]
  const faults = {
    name: name.trim() === '' && t('tokens.name.missing'),
    scopes: scopes.length === 0 && t('tokens.scopes.missing'),
    roles: isService && roles.length === 0 && t('tokens.roles.missing'),
    days: !(Number.isInteger(expiresInDays) && expiresInDays >= 1 && expiresInDays <= longestTokenLife)
      && t('tokens.days.wrong', { most: longestTokenLife }),
  }
  const faultOf = (input: keyof typeof faults) => (isTried && faults[input]) || undefined

  const submit = async () => {
    setTried(true)
    if (Object.values(faults).some(Boolean)) return
    const draft = { name: name.trim(), kind, scopes: [...scopes], expiresInDays, ...(isService && { roles: [...roles] }) }
    const made = await make.run(draft)
    if (!made) return
    setName('')
    onMade(made)
  }
  return (
    <Stack as={Form} gap={4} measure="560px" onSubmit={submit}>
      <TextField label={t('tokens.name')} description={t('tokens.name.help')} maxLength={longestTokenName} value={name}
        error={faultOf('name') ?? complaints['/name']} onChange={({ target }) => {
          setName(target.value)
          mended('/name')
        }} />
      <RadioGroup legend={t('tokens.kind')} value={kind} error={complaints['/kind']} onChoose={(chosen) => {
        setKind(chosen)
        mended('/kind')
      }} options={tokenKinds.map((value) => {
        const verdict = canMakeToken(actor, value)
        const refusal = verdict.allowed ? undefined : verdict
        return { value, label: t(`tokens.kind.${value}`), description: t(`tokens.kind.${value}.text`), refusal }
      })} />
      {isService && (
        <CheckboxList legend={t('tokens.roles')} description={t('tokens.roles.help')} chosen={roles} onChoose={(chosen) => {
          setRoles(chosen)
          mended('/roles')
        }} error={faultOf('roles') ?? complaints['/roles']}
          options={actor.user.roles.map((value) => ({ value, label: t(`ui.role.${value}`) }))} />
      )}
      <CheckboxList legend={t('tokens.scopes')} description={t('tokens.scopes.help')} chosen={scopes} onChoose={(chosen) => {
        setScopes(chosen)
        mended('/scopes')
      }} error={faultOf('scopes') ?? complaints['/scopes']} options={scopesFor(actor.organization.kind).map((value) => (
        { value, label: t(`tokens.scope.${value}`), description: t(`tokens.scope.${value}.text`) }
      ))} />
      <NumberField label={t('tokens.days')} description={t('tokens.days.help')} min={1} max={longestTokenLife} unit={t('tokens.days.unit')}
        value={days} error={faultOf('days') ?? complaints['/expiresInDays']} onChange={({ target }) => {
          setDays(target.value)
          mended('/expiresInDays')
        }} />
      <div>
        <Button type="submit" variant="accent" icon="key" pending={make.isRunning}>{t('tokens.make')}</Button>
      </div>
    </Stack>
  )
}
