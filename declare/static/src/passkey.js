// Passkeys: asks the browser for one, and sends what it answers with an ordinary form. Without script the page says what else there is.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const known = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

async function asked(part) {
  const token = part.closest("form").querySelector("[name=csrf_token]").value;
  const answer = await fetch(part.dataset.options, { method: "POST", headers: { "X-CSRFToken": token } });
  if (!answer.ok) throw new Error(answer.statusText);
  const options = await answer.json();
  options.challenge = bytes(options.challenge);
  return options;
}

async function make(options) {
  const publicKey = { ...options, user: { ...options.user, id: bytes(options.user.id) }, excludeCredentials: known(options.excludeCredentials) };
  const { id, rawId, type, response } = await navigator.credentials.create({ publicKey });
  return { id, rawId: text(rawId), type, response: { clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject) } };
}

async function show(options) {
  const publicKey = { ...options, allowCredentials: known(options.allowCredentials) };
  const { id, rawId, type, response } = await navigator.credentials.get({ publicKey });
  const said = { clientDataJSON: text(response.clientDataJSON), authenticatorData: text(response.authenticatorData), signature: text(response.signature) };
  return { id, rawId: text(rawId), type, response: { ...said, userHandle: response.userHandle ? text(response.userHandle) : null } };
}

async function send(part) {
  const failed = part.querySelector("[data-failed]");
  failed.hidden = true;
  try {
    const options = await asked(part);
    part.querySelector("[name=answer], [name=proof]").value = JSON.stringify(await (part.dataset.passkey === "make" ? make : show)(options));
    part.closest("form").submit();
  } catch {
    failed.hidden = false;
  }
}

// A whole form, or a part of one with a button of its own.
for (const part of document.querySelectorAll("[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  part.hidden = false;
  const whole = part.matches("form");
  (whole ? part : part.querySelector("button")).addEventListener(whole ? "submit" : "click", (event) => {
    event.preventDefault();
    send(part);
  });
}
