/**
 * Puts a button with our words in the place of the browser's own file control, whose words are in the browser's language and small. The control
 * stays in the page, unseen, and does the work; without scripts it is what people see.
 */
export function turnIntoChooser(input: HTMLInputElement, button: HTMLButtonElement, words: string): void {
  input.hidden = true;
  button.textContent = words;
  button.addEventListener("click", (event) => {
    if (button.textContent !== words) return;
    event.preventDefault();
    input.click();
  });
}
