import { useSyncExternalStore } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { IconButton } from '../actions/button.tsx'
import { Icon } from '../marks/icon.tsx'
import { Box, Line, Stack } from '../looks/layout.tsx'
import { closeToast, subscribeToToasts, toastsNow } from './toast.ts'
import styles from './toast-region.module.css'

/** Shows and announces toasts. Always in the page, or screen readers would miss the first one. */
export function ToastRegion() {
  const { t } = useWords()
  const toasts = useSyncExternalStore(subscribeToToasts, toastsNow)
  return (
    <Stack role="status" aria-live="polite" aria-atomic="false" gap={2} align="end" className={styles.region}>
      {toasts.map(({ id, tone, message }) => (
        <Line key={id} gap={2} align="start" pad="2 2 2 4" className={styles.toast}>
          <Icon name={tone} size={20} tone={tone} className={styles.mark} />
          <Box as="span" grow className={styles.message}>{message}</Box>
          <IconButton icon="close" label={t('ui.toast.close')} onPress={() => closeToast(id)} />
        </Line>
      ))}
    </Stack>
  )
}
