/** People of the sample world beside its personas, in tests: enough to rank and page. Every credential is signed, which takes time. */
export const INVENTED_PEOPLE = 60;
