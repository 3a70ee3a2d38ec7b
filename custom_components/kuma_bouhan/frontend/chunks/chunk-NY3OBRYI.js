import{h as i,i as x,j as d,k as f,l,m,n as y}from"./chunk-VZYR7HE6.js";import{a as p,b as o,e as g}from"./chunk-LBO2O6FZ.js";var w=p`
  .sheet {
    display: grid;
    grid-template-columns: minmax(112px, max-content) minmax(0, 1fr);
  }
  .sheet > div {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    column-gap: 24px;
    padding: 10px 0;
    border-top: 1px solid var(--kb-line);
  }
  .sheet > div:first-child {
    border-top: 0;
  }
  .sheet dt {
    max-width: 216px;
    color: var(--kb-soft);
  }
  .sheet .text {
    white-space: pre-line;
  }
  @media (max-width: 599px) {
    .sheet,
    .sheet > div {
      grid-template-columns: minmax(0, 1fr);
    }
    .sheet > div {
      row-gap: 2px;
    }
    .sheet dt {
      max-width: none;
      font-size: 14px;
    }
  }
`;function u(s,e){return o`<dl class="sheet">
    ${e.map(([t,n])=>n?o`<div>
            <dt>${s.t(`requests.row.${t}`)}</dt>
            <dd>${typeof n=="string"?o`<span class="text">${n}</span>`:n}</dd>
          </div>`:g)}
  </dl>`}var q=(s,e)=>u(s,[["wanted","wanted"in e&&s.t(`requests.kind.${e.wanted}`)],["ground","ground"in e&&e.ground&&s.t(`viewing.ground.${e.ground}`)],c(s,e,"wanted"in e?"asked":"protected_by")]);function c(s,e,t="asked"){return[t,o`${y(s,e)}<br /><span class="soft small">${d(s,e.at)}</span>`]}var R=(s,e)=>{let{t}=s,{recipient:n}=e,r=[n.title,n.name].filter(Boolean).join(" ");return u(s,[["seized_at",e.seized_at&&d(s,e.seized_at)],[{access:"requester",seizure:"seized_by",disclosure:"recipient"}[e.asks],[n.affiliation,r||m(s,"")].filter(Boolean).join(`
`)],["contact",n.contact],["identity",e.asks!=="seizure"&&(e.identity_check||t("requests.no_identity"))],["ground",e.ground?t(`viewing.ground.${e.ground}`):e.asks==="access"&&t("requests.no_ground_yet")],["document",[e.document,e.document_number].filter(Boolean).join(`
`)],["exception",e.exception],["danger",e.danger&&t(`requests.danger.${e.danger}`)],["urgency",e.urgency],["no_other_way",e.no_other_way],["purpose",e.purpose],[e.asks==="seizure"?"seized":"content",e.content],["masked",e.masked&&t("requests.masked")],["access",e.access&&$(s,e)],["remarks",e.remarks],c(s,e,e.asks==="seizure"?"noted_by":"asked")])},$=({t:s},{access:e})=>o`${["business","retained"].map(t=>o`<p>
          ${s("requests.answered",{question:s(`requests.access.${t}`),answer:s(`requests.answer.${e?.[t]??"unknown"}`)})}
        </p>`)}
    <p>${s(`requests.access.${e?.obliged?"obliged":"not_obliged"}`)}</p>`,P=(s,e)=>u(s,[["reason",e.reason||s.t("requests.words_gone")],["original_ends",s.format.list(e.original_ends.map(t=>l(s,t)))],["until",l(s,e.until)],["renews",e.renews!==null&&s.t("requests.number",{number:e.renews})],["remarks",e.remarks],["end_reason",e.end_reason],c(s,e)]);function T(s,e,{until:t,held:n,plain:r}={}){let{t:a}=s;return u(s,[["cameras",i(s,e.cameras)],[r?"span_plain":"span",x(s,e)],["true",e.true?.length?o`${e.true.map(h=>b(s,h))}`:null],["protected_until",t&&d(s,t)],["held_until",n&&a("requests.day_end",{day:f(s,n)})]])}function b(s,e){let{format:t}=s,n=a=>`${t.day(a)} ${t.seconds(a)}`,r=t.date(e.start)===t.date(e.end);return o`<p class="numbers">
    ${i(s,[e.camera])}<br />
    ${s.t("span.both",{from:n(e.start),to:r?t.seconds(e.end):n(e.end)})}
    <span class="soft small">${t.bytes(e.bytes)}</span>
  </p>`}function z(s,e){let{t}=s;return o`<section class="card guideline" aria-labelledby="guideline">
    <h2 id="guideline">${t("requests.guideline.heading")}</h2>
    <blockquote>${t(`requests.guideline.${e}.quote`)}</blockquote>
    <p class="soft small">${t(`requests.guideline.${e}.more`)}</p>
  </section>`}export{w as a,u as b,q as c,R as d,P as e,T as f,z as g};
