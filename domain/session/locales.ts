export const locales = ['en', 'ko', 'ru', 'pt-BR', 'de', 'zh-Hans'] as const
export type Locale = (typeof locales)[number]
