/** Companies of Microsoft's documentation and their trades, in the scripts that a list must cope with. */
export const fictitiousRoots = [
  'Adventure Works', 'Alpine Ski House', 'Bellows', 'Best For You', 'Blue Yonder', 'City Power', 'Coho', 'Consolidated', 'Fabrikam',
  'Fourth Coffee', 'Graphic Design', 'Humongous', 'Lamna', 'Liberty', 'Lucerne', 'Margie', 'Munson', 'Nod', 'Northwind', 'Proseware',
  'Relecloud', 'Southridge', 'Trey', 'VanArsdel', 'Wide World', 'Wingtip', 'Woodgrove', 'First Up',
] as const

export const trades = {
  latin: ['Logistics', 'Insurance', 'Energy', 'Media', 'Robotics', 'Clinic', 'Motors', 'Foods', 'Travel', 'Research', 'Design', 'Bank'],
  hangul: ['물류', '보험', '에너지', '미디어', '로보틱스', '병원', '자동차', '식품', '여행사', '연구소', '디자인', '은행'],
  han: ['物流', '保险', '能源', '传媒', '机器人', '医院', '汽车', '食品', '旅行社', '研究所', '设计', '银行'],
  katakana: ['ロジスティクス', 'インシュアランス', 'エナジー', 'メディア', 'ロボティクス', 'クリニック', 'モーターズ', 'フーズ', 'トラベル', 'リサーチ', 'デザイン', 'バンク'],
  cyrillic: [
    'Логистика', 'Страхование', 'Энергия', 'Медиа', 'Роботы', 'Клиника', 'Моторы', 'Продукты', 'Туризм', 'Наука', 'Дизайн', 'Банк',
  ],
  portuguese: [
    'Logística', 'Seguros', 'Energia', 'Mídia', 'Robótica', 'Saúde', 'Motores', 'Alimentos', 'Viagens', 'Pesquisa', 'Criação', 'Crédito',
  ],
  german: [
    'Logistik', 'Versicherung', 'Energie', 'Medien', 'Robotik', 'Klinik', 'Fahrzeuge', 'Lebensmittel', 'Reisen', 'Forschung', 'Gestaltung',
    'Bank',
  ],
} as const

export type Script = keyof typeof trades

export const legalForms: Record<Script, readonly string[]> = {
  latin: [' Inc.', ' Ltd', ' & Sons', ''],
  hangul: [' 주식회사', '(주)', ''],
  han: ['有限公司', '集团', ''],
  katakana: ['株式会社', ''],
  cyrillic: [' ООО', ' АО', ''],
  portuguese: [' Ltda.', ' S.A.', ''],
  german: [' GmbH', ' AG', ''],
}
