import { useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Button, type ButtonVariant, IconButton } from './button.tsx'
import { copyText } from './copy-text.ts'
import { showToast } from '../overlays/toast.ts'

type Props = { text: string; label: string; variant?: ButtonVariant; iconOnly?: boolean }

const confirmMs = 2000

/** Copies, and confirms on the button and through the live region. */
export function CopyButton({ text, label, variant = 'plain', iconOnly = false }: Props) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const copy = async () => {
    try {
      await copyText(text)
    } catch {
      showToast(t('ui.copy.failed'), 'caution')
      return
    }
    showToast(t('ui.copy.done'))
    setCopied(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setCopied(false), confirmMs)
  }
  const icon = copied ? 'check' : 'copy'
  return iconOnly
    ? <IconButton icon={icon} label={label} onPress={() => void copy()} />
    : <Button icon={icon} variant={variant} onPress={() => void copy()}>{label}</Button>
}
