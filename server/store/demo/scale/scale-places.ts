import type { Script } from '../demo-names.ts'

const latin = [
  'Amsterdam', 'Austin', 'Bergen', 'Bristol', 'Calgary', 'Cardiff', 'Denver', 'Dublin', 'Gdańsk', 'Ghent', 'Helsinki', 'Kraków', 'Leeds',
  'Łódź', 'Lyon', 'Malmö', 'Nantes', 'Oakland', 'Oslo', 'Ottawa', 'Perth', 'Reno', 'Tampa', 'Tromsø', 'Turin', 'Utrecht', 'Vigo', 'Wrocław',
] as const

/** Cities in the scripts of customers' names. */
export const scalePlaces: Readonly<Record<Script, readonly string[]>> = {
  latin,
  hangul: [
    '서울', '부산', '대구', '인천', '광주', '대전', '울산', '세종', '수원', '성남', '고양', '용인', '창원', '청주', '전주', '천안', '포항', '김해', '제주', '강릉',
    '춘천', '원주', '여수', '목포', '경주', '안동', '진주', '평택',
  ],
  han: [
    '北京', '上海', '广州', '深圳', '成都', '杭州', '武汉', '西安', '南京', '苏州', '重庆', '天津', '长沙', '青岛', '宁波', '厦门', '昆明', '大连', '福州', '合肥',
  ],
  katakana: ['トウキョウ', 'オオサカ', 'ナゴヤ', 'サッポロ', 'フクオカ', 'センダイ', 'ヒロシマ', 'コウベ', 'キョウト', 'ニイガタ', 'クマモト', 'ナハ'],
  cyrillic: [
    'Астрахань', 'Вологда', 'Воронеж', 'Казань', 'Калуга', 'Киров', 'Орёл', 'Пермь', 'Псков', 'Рязань', 'Самара', 'Саратов', 'Тверь',
    'Томск', 'Тула', 'Уфа', 'Челябинск', 'Ярославль',
  ],
  portuguese: [
    'Aracaju', 'Belém', 'Blumenau', 'Brasília', 'Campinas', 'Cuiabá', 'Curitiba', 'Fortaleza', 'Goiânia', 'Joinville', 'Londrina', 'Maceió',
    'Manaus', 'Natal', 'Niterói', 'Recife', 'Santos', 'São Paulo', 'Vitória',
  ],
  german: [
    'Aachen', 'Augsburg', 'Bonn', 'Bremen', 'Dresden', 'Düsseldorf', 'Erfurt', 'Essen', 'Göttingen', 'Halle', 'Jena', 'Kassel', 'Köln',
    'Lübeck', 'München', 'Münster', 'Nürnberg', 'Potsdam', 'Rostock', 'Würzburg',
  ],
}
