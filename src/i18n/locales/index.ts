/** The languages that the interface speaks, a line for each. One whose tag holds a hyphen: `ptBR as 'pt-BR'`. */
export { en } from './en.ts';
export { ko } from './ko.ts';
