/** What job descriptions say when they mean that something is a must, nice to have, or asked at a level; and how their parts are called. */
export interface Wording {
  readonly must: readonly string[];
  readonly nice: readonly string[];
  /** EQF step by words; the four-step scale in ordinary language. */
  readonly levels: Readonly<Record<2 | 4 | 5 | 7, readonly string[]>>;
  /** Headings of parts that speak of the employer or of what is offered, not of what is asked. */
  readonly aside: readonly string[];
  /** What joins two clauses of a sentence. */
  readonly and: readonly string[];
}

const en: Wording = {
  must: [
    'must',
    'must[- ]haves?',
    'required',
    'requirements?',
    'require[sd]?',
    'essential',
    'mandatory',
    'necessary',
    'minimum qualifications?',
    'prerequisites?',
    'you (?:will )?need',
    'you should have',
    'who you are',
    'what you bring',
    'qualifications',
  ],
  nice: [
    'nice[- ]to[- ]haves?',
    'desirable',
    'desired',
    'preferred',
    'preferably',
    'bonus(?: points)?',
    'a plus',
    'an? advantage',
    'advantageous',
    'ideally',
    'optional(?:ly)?',
    'beneficial',
    'not (?:strictly )?(?:required|essential|necessary)',
    'would be (?:good|great|helpful|an asset)',
    'an asset',
  ],
  levels: {
    2: [
      'basic',
      'awareness',
      'familiar(?:ity)?',
      'introductory',
      'exposure',
      'beginner',
      'some (?:knowledge|experience)',
    ],
    4: [
      'working (?:knowledge|understanding)',
      'good',
      'intermediate',
      'competent',
      'sound (?:knowledge|understanding)',
    ],
    5: [
      'strong',
      'solid',
      'proficien(?:t|cy)',
      'practitioner',
      'very good',
      'excellent',
      'fluent',
      'extensive',
    ],
    7: [
      'expert',
      'expertise',
      'advanced',
      'deep (?:knowledge|understanding|experience|expertise)',
      'in-depth',
      'mastery',
      'authoritative',
    ],
  },
  aside: [
    'about (?:us|the company|our company)',
    'who we are',
    'our (?:company|mission|values|story)',
    'what we offer',
    'we offer',
    "what you(?:'|’)ll get",
    'benefits',
    'perks',
    'compensation',
    'salary',
    'how to apply',
    'equal opportunit(?:y|ies)',
    'diversity',
    'contact',
  ],
  and: ['and', 'or', 'but', 'while', 'whereas'],
};

const de: Wording = {
  must: [
    'muss',
    'müssen',
    'erforderlich',
    'vorausgesetzt',
    'voraussetzung(?:en)?',
    'zwingend',
    'notwendig',
    'anforderungen',
    'ihr profil',
    'dein profil',
    'das bringst du mit',
    'das bringen sie mit',
  ],
  nice: [
    'von vorteil',
    'wünschenswert',
    'idealerweise',
    'optional',
    'nice[- ]to[- ]have',
    'ein plus',
    'nicht (?:zwingend|erforderlich|notwendig)',
    'gern gesehen',
  ],
  levels: {
    2: ['grundkenntnisse', 'grundlegende[snmr]?', 'erste (?:erfahrung(?:en)?|kenntnisse)', 'basiskenntnisse'],
    4: ['gute[snmr]?', 'solide[snmr]?'],
    5: [
      'sehr gute[snmr]?',
      'fundierte[snmr]?',
      'sichere[snmr]?',
      'fließend(?:e[snmr]?)?',
      'umfangreiche[snmr]?',
    ],
    7: [
      'expert(?:e|in|en|enwissen)',
      'vertiefte[snmr]?',
      'umfassende[snmr]?',
      'exzellente[snmr]?',
      'tiefgehende[snmr]?',
    ],
  },
  aside: [
    'über uns',
    'wer wir sind',
    'wir bieten',
    'was wir bieten',
    'unser angebot',
    'benefits',
    'vorteile',
    'bewerbung',
    'kontakt',
    'das bieten wir(?: ihnen| dir)?',
  ],
  and: ['und', 'oder', 'aber', 'sowie', 'während'],
};

const fr: Wording = {
  must: [
    'doit',
    'devez',
    'exigée?s?',
    'requise?s?',
    'obligatoires?',
    'indispensables?',
    'impératif',
    'profil recherché',
    'compétences requises',
    'exigences',
  ],
  nice: [
    'souhaitée?s?',
    'apprécié(?:e|s|es)?',
    'serait un plus',
    'un plus',
    'un atout',
    'de préférence',
    'idéalement',
    'facultati(?:f|ve)s?',
    'optionnel(?:le)?s?',
  ],
  levels: {
    2: ['notions', 'de base', 'initiation'],
    4: ['bonnes?', 'intermédiaire'],
    5: ['solides?', 'très bonnes?', 'courante?', 'confirmée?s?'],
    7: ['experte?', 'expertise', 'avancée?s?', 'approfondie?s?', 'maîtrise parfaite'],
  },
  aside: [
    'qui sommes-nous',
    'à propos',
    'nous offrons',
    'avantages',
    'ce que nous offrons',
    'pour postuler',
    'contact',
  ],
  and: ['et', 'ou', 'mais', 'ainsi que'],
};

const es: Wording = {
  must: [
    'debe',
    'imprescindibles?',
    'obligatori[oa]s?',
    'necesari[oa]s?',
    'requerid[oa]s?',
    'requisitos?',
    'se requiere',
  ],
  nice: [
    'deseables?',
    'valorables?',
    'se valorará',
    'preferible(?:mente)?',
    'un plus',
    'idealmente',
    'opcional(?:es)?',
  ],
  levels: {
    2: ['básic[oa]s?', 'nociones'],
    4: ['buen[oa]?s?', 'intermedi[oa]'],
    5: ['sólid[oa]s?', 'muy buen[oa]s?', 'fluid[oa]'],
    7: ['expert[oa]', 'avanzad[oa]s?', 'profund[oa]s?', 'dominio del?'],
  },
  aside: ['sobre nosotros', 'quiénes somos', 'ofrecemos', 'qué ofrecemos', 'beneficios', 'contacto'],
  and: ['y', 'e', 'o', 'pero'],
};

const nl: Wording = {
  must: [
    'moet',
    'vereist(?:en)?',
    'verplicht',
    'noodzakelijk',
    'functie-eisen',
    'wij vragen',
    'wat wij vragen',
  ],
  nice: [
    'een pr[eé]',
    'gewenst',
    'bij voorkeur',
    'een plus',
    'idealiter',
    'optioneel',
    'wenselijk',
    'niet vereist',
  ],
  levels: {
    2: ['basiskennis', 'enige (?:kennis|ervaring)'],
    4: ['goede'],
    5: ['gedegen', 'sterke', 'ruime', 'zeer goede', 'vloeiend'],
    7: ['expert(?:ise)?', 'diepgaande', 'gevorderde', 'uitgebreide'],
  },
  aside: [
    'over ons',
    'wie zijn wij',
    'wij bieden',
    'wat wij bieden',
    'arbeidsvoorwaarden',
    'solliciteren',
    'contact',
  ],
  and: ['en', 'of', 'maar', 'evenals'],
};

const sv: Wording = {
  must: ['måste', 'krav', 'krävs', 'nödvändig[at]?', 'obligatoriskt?', 'kvalifikationer', 'vi söker dig som'],
  nice: ['meriterande', 'önskvärt', 'gärna', 'en fördel', 'ett plus', 'helst', 'valfritt'],
  levels: {
    2: ['grundläggande', 'viss (?:kunskap|erfarenhet|vana)'],
    4: ['goda?', 'bra kunskap(?:er)?'],
    5: ['mycket god[a]?', 'gedigen', 'gedigna', 'stark[a]?', 'flytande'],
    7: ['expert(?:kunskap)?', 'djup[a]?', 'avancerad[e]?', 'omfattande'],
  },
  aside: ['om oss', 'vilka är vi', 'vi erbjuder', 'förmåner', 'ansökan', 'kontakt'],
  and: ['och', 'eller', 'men', 'samt'],
};

export const WORDINGS: Readonly<Record<string, Wording>> = { en, de, fr, es, nl, sv };
