import type { OrganizationProfile } from '../../../domain/organizations/schemas.ts'
import { locales } from '../../../domain/session/locales.ts'
import { isLocale } from '../../i18n/choose-locale.ts'
import { languageNames, useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import { ComboBox } from '../../ui/forms/combo-box.tsx'
import { Form } from '../../ui/forms/form.tsx'
import { Select } from '../../ui/forms/select.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { useUnsaved } from '../../ui/forms/use-unsaved.ts'
import { Columns, Stack } from '../../ui/looks/layout.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { changeOrganization, organizationInputs } from './organization-requests.ts'

const zones = Intl.supportedValuesOf('timeZone').map((id) => ({ id, label: id }))

const typedOf = ({ displayName, contact, timeZone, language }: OrganizationProfile) => ({
  displayName, name: contact?.name ?? '', email: contact?.email ?? '', phone: contact?.phone ?? '', timeZone, language: language ?? '',
})

/** What the organisation says of itself; `onSaved` follows a new name. */
export function OrganizationForm({ profile, onSaved }: { profile: OrganizationProfile; onSaved: () => Promise<void> }) {
  const { t } = useWords()
  const [typed, setTyped] = useTyped('organization', typedOf(profile))
  const { complaints, mended, ...save } = useAction('organizations', changeOrganization, organizationInputs)
  const now = JSON.stringify(typed)
  const kept = useUnsaved(now !== JSON.stringify(typedOf(profile)) && now)

  const submit = async () => {
    const { displayName, name, email, phone, timeZone, language } = typed
    const contact = name || email || phone ? { name, email, ...(phone && { phone }) } : null
    const change = { displayName, contact, timeZone, language: isLocale(language) ? language : null, etag: profile.etag }
    if (!(await save.run(change))) return
    kept()
    await onSaved()
    showToast(t('organization.saved'))
  }
  const field = (key: 'displayName' | 'name' | 'email' | 'phone', pointer: (typeof organizationInputs)[number]) => ({
    value: typed[key],
    error: complaints[pointer],
    onChange: ({ target: { value } }: { target: { value: string } }) => {
      setTyped({ ...typed, [key]: value })
      mended(pointer)
    },
  })
  return (
    <Stack as={Form} gap={4} measure="640px" onSubmit={submit}>
      <TextField label={t('organization.fact.name')} description={t('organization.name.help')} {...field('displayName', '/displayName')} />
      <Columns fit={240} gap={4}>
        <TextField label={t('organization.contact.name')} optional {...field('name', '/contact/name')} />
        <TextField label={t('organization.contact.email')} type="email" optional {...field('email', '/contact/email')} />
        <TextField label={t('organization.contact.phone')} type="tel" optional {...field('phone', '/contact/phone')} />
      </Columns>
      <Columns fit={240} gap={4}>
        <ComboBox label={t('organization.time_zone')} items={zones} value={typed.timeZone} optional error={complaints['/timeZone']}
          onChange={(timeZone) => {
            setTyped({ ...typed, timeZone })
            mended('/timeZone')
          }} />
        <Select label={t('organization.language')} placeholder={t('organization.none')} optional value={typed.language}
          options={locales.map((value) => ({ value, label: languageNames[value] }))} error={complaints['/language']}
          onChange={({ target }) => {
            setTyped({ ...typed, language: target.value })
            mended('/language')
          }} />
      </Columns>
      <div><Button type="submit" variant="accent" pending={save.isRunning}>{t('organization.save')}</Button></div>
    </Stack>
  )
}
