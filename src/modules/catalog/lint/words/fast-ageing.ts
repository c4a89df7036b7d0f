import { fold } from './fold.ts';

/** Groups of skills of which half is said to change within a few years, and why; a skill anywhere below one of them ages fast. */
export const FAST_AGEING_GROUPS: Readonly<Record<string, string>> = {
  'http://data.europa.eu/esco/isced-f/06':
    'it is knowledge of information and communication technologies (ISCED-F 06), whose products change every few years',
  'http://data.europa.eu/esco/skill/243eb885-07c7-4b77-ab9c-827551d83dc4':
    'it is a skill of working with computers (ESCO S5), whose products change every few years',
};

/**
 * Products that O*NET 29.2 calls hot technologies (asked for in many job postings) and that come out anew at least every other
 * year: what is shown with one of them is shown for an edition of it. Includes information from the O*NET 29.2 Database by the
 * U.S. Department of Labor, Employment and Training Administration, used under the CC BY 4.0 licence.
 */
export const HOT_TECHNOLOGIES: readonly string[] = [
  'Amazon Web Services',
  'AWS',
  'Amazon DynamoDB',
  'Amazon Redshift',
  'Google Angular',
  'Angular',
  'Ansible',
  'Apache Hadoop',
  'Apache Kafka',
  'Apache Spark',
  'Django',
  'Docker',
  'Elasticsearch',
  'Figma',
  'GitHub',
  'GitLab',
  'Google Analytics',
  'GraphQL',
  'Jenkins',
  'Kubernetes',
  'Microsoft Azure',
  'Azure',
  'Microsoft Power BI',
  'Power BI',
  'MongoDB',
  'Node.js',
  'React',
  'Red Hat OpenShift',
  'Salesforce',
  'ServiceNow',
  'Splunk',
  'Spring Boot',
  'Tableau',
  'TensorFlow',
  'Terraform',
  'TypeScript',
  'Vue.js',
  'WordPress',
  'Workday',
];

const hot = new Map(HOT_TECHNOLOGIES.map((name) => [fold(name), name]));

/** The hot technology a tool is, by name; null when it is none. */
export const hotTechnology = (tool: string): string | null => hot.get(fold(tool)) ?? null;
