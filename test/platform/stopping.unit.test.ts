import { expect, test } from '@jest/globals';
import { stopInTurn } from '../../src/platform/stopping.ts';

test('everything is stopped in turn, also after something failed to', async () => {
  const stopped: string[] = [];
  const stop = (name: string) => async () => {
    await Promise.resolve();
    stopped.push(name);
  };
  const fails = async () => {
    throw new Error('stuck');
  };
  const throws = () => {
    throw new Error('gone');
  };
  await expect(stopInTurn([[fails], [throws, stop('middle')], [stop('last')]])).rejects.toMatchObject({
    errors: [{ message: 'stuck' }, { message: 'gone' }],
  });
  expect(stopped).toEqual(['middle', 'last']);
  await expect(stopInTurn([[stop('only')]])).resolves.toBeUndefined();
});
