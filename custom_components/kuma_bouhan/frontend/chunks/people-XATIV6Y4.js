import{a as B,b as q}from"./chunk-QOUW7LEQ.js";import{c as M,d as j,e as E,f as x,g as S,j as V}from"./chunk-H4DKSF5R.js";import{a as v}from"./chunk-D4KRP3LB.js";import{a as U}from"./chunk-ZIN35BPL.js";import{b as g}from"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import{E as D,Ka as n,La as u,Q as T,Z as K,_ as A,b as R,g as p,w as y}from"./chunk-QH2FQVPP.js";import{a as C,c as H,f as w}from"./chunk-3A3V5TTW.js";import{a as h}from"./chunk-BYHIPRB2.js";import{a as d,b as s,e as a,h as O,i as $,o as m}from"./chunk-LBO2O6FZ.js";import{a as c}from"./chunk-LO2NM3CE.js";var k=class extends u{static{this.styles=[...m,v,d`
      :host {
        display: grid;
        gap: inherit;
      }
      .value {
        display: flex;
        gap: 4px;
        align-items: center;
      }
      .value code {
        flex: 1;
        min-width: 0;
      }
      .facts-stacked {
        display: grid;
        gap: 8px;
      }
      .facts-stacked dt {
        color: var(--kb-soft);
        font-size: 14px;
      }
    `]}render(){return s`${this.sealed(this.keys)} ${this.epochs(this.keys)}`}sealed({sealed:l}){if(!l)return a;let{format:t}=this.panel;return s`<section class="card" aria-labelledby="sealed">
      <h2 id="sealed">${this.t("keys.sealed")}</h2>
      <div class="note warn">
        ${n(p)}
        <div>
          <p>
            ${this.t("keys.sealed_what",{places:this.places(l.cameras),oldest:t.fullDay(l.oldest),newest:t.fullDay(l.newest)})}
          </p>
          ${l.erased_by?s`<p>
                  ${this.t("keys.sealed_until",{when:t.fullDay(l.erased_by)})}
                </p>`:a}
        </div>
      </div>
    </section>`}places(l){let t=new Map(this.panel.overview.cameras?.map(i=>[i.camera,i.place])),e=l.map(i=>t.get(i)??this.t("book.removed_camera"));return this.panel.format.list([...new Set(e)])}epochs(l){let{format:t}=this.panel;return s`<section class="card" aria-labelledby="epochs">
      <h2 id="epochs">${this.t("keys.epochs")}</h2>
      <ul class="rows">
        ${q(l.epochs).map(e=>s`<li>
              <div class="what">
                <p>
                  ${e.until?this.t("keys.epoch_past",{since:t.fullDay(e.since),until:t.fullDay(e.until)}):this.t("keys.epoch_now",{since:t.fullDay(e.since)})}
                </p>
                <p class="soft small">${this.openedBy(l,e.holders)}</p>
                ${e.footage_until?s`<p class="soft small">
                        ${this.t("keys.footage_until",{when:t.fullDay(e.footage_until)})}
                      </p>`:a}
              </div>
            </li>`)}
      </ul>
      <details>
        <summary>${n(y)}${this.t("keys.technical")}</summary>
        <dl class="facts-stacked">
          ${this.value("keys.fingerprint",l.fingerprint)}
          ${this.value("keys.host_fingerprint",l.host_fingerprint)}
        </dl>
      </details>
    </section>`}openedBy(l,t){if(!t.length)return this.t("keys.opened_by_nobody");let e=t.map(i=>l.holders.find(o=>o.user_id===i)?.name);return e.every(Boolean)?this.t("keys.opened_by",{names:this.panel.format.list(e)}):this.t("keys.opened_by_count",{count:t.length})}value(l,t){return s`<div>
      <dt>${this.t(l)}</dt>
      <dd class="value">
        <code>${t}</code>
        <button
          class="round"
          aria-label=${`${this.t("copy.copy")}: ${this.t(l)}`}
          @click=${async()=>{this.panel.say(this.t(await U(t)?"copy.copied":"copy.not_copied"))}}
        >
          ${n(D,20)}
        </button>
      </dd>
    </div>`}};c([O({attribute:!1})],k.prototype,"keys",2);h("kb-key-epochs",k);var F={holder:"tag",waiting:"tag warn",signing:"tag plain"},f=class extends u{constructor(){super(...arguments);this.keys=null;this.problem=null;this.seen=-1}static{this.styles=[...m,v,d`
      :host {
        display: grid;
        gap: 24px;
        align-content: start;
      }
      .needless {
        color: var(--kb-bad);
      }
      .mine {
        display: flex;
        gap: 16px;
        align-items: flex-start;
      }
      .mine > .icon {
        box-sizing: content-box;
        padding: 10px;
        border-radius: 50%;
        color: var(--kb-accent);
        background: var(--kb-tint);
      }
      .mine > p {
        flex: 1;
        min-width: 0;
      }
      .holder {
        font-weight: 600;
      }
      .lost {
        border-style: dashed;
      }
      @media (max-width: 599px) {
        :host {
          gap: 16px;
        }
      }
    `]}willUpdate(t){super.willUpdate(t);let e=this.panel.overview.book?.entries??0;e!==this.seen&&(this.seen=e,this.load())}async load(){try{this.keys=await H(this.panel.hass,"keys"),this.problem=null}catch(t){this.problem=w(t)}}render(){let{keys:t,problem:e}=this;return t?s`${this.mine(t)} ${this.holders(t)} ${this.recovery(t)}
      <kb-key-epochs .panel=${this.panel} .keys=${t}></kb-key-epochs>
      ${this.lost(t)}`:s`<div class="card">
        <h2>${this.t("keys.mine")}</h2>
        ${e?s`<p class="note bad" role="alert">
                ${n(p)}<span>${this.panel.words(e)}</span>
              </p>`:s`<p class="soft" role="status">${this.t("shell.loading")}</p>`}
      </div>`}mine({mine:t,sealed:e}){let{panel:i}=this,o=t==="waiting"?"keys.admit_by_code":t==="holder"&&e?"keys.open_by_code":"",r=i.may("make_key"),z=t!=="none"?`keys.mine_${t}`:r?i.may("list_footage")?"keys.mine_none":"keys.mine_none_signing":"keys.mine_no_key";return s`<section class="card" aria-labelledby="mine">
      <h2 id="mine">${this.t("keys.mine")}</h2>
      <div class="mine">
        ${n(K)}
        <p>${this.t(z)}</p>
      </div>
      <div class="actions">
        ${t==="none"&&r?s`<button class="button primary" @click=${this.make}>
                ${n(A,20)}${this.t("keys.make")}
              </button>`:a}
        ${t!=="none"&&i.may("change_passphrase")?s`<button class="button" @click=${this.change}>${this.t("keys.change")}</button>`:a}
        ${o&&i.may("use_recovery_code")?s`<button class="button quiet" @click=${this.admitByCode}>
                ${this.t(o)}
              </button>`:a}
      </div>
    </section>`}holders({holders:t}){return s`<section class="card" aria-labelledby="holders">
      <h2 id="holders">${this.t("keys.holders")}</h2>
      <p class="soft small">${this.t("keys.holders_explain")}</p>
      ${t.length?s`<ul class="rows">
              ${B(t).map(e=>this.holder(e))}
            </ul>`:s`<p class="soft">${this.t("keys.no_holders")}</p>`}
      <details>
        <summary>${n(y)}${this.t("keys.rotation")}</summary>
        <ul class="points">
          <li>${this.t("keys.rotation_new")}</li>
          <li>${this.t("keys.rotation_old")}</li>
          <li>${this.t("keys.rotation_end")}</li>
        </ul>
      </details>
    </section>`}holder(t){let{panel:e}=this,i=this.nameOf(t),o=t.user_id===e.overview.me.user_id;return s`<li>
      <div class="what">
        <p>
          <span class="holder">${i}</span>
          ${o&&i!==this.t("people.you")?s`<span class="tag plain">${this.t("people.you")}</span>`:a}
          <span class=${F[t.state]}>${this.t(`keys.state.${t.state}`)}</span>
        </p>
        ${t.since?s`<p class="soft small">
                ${this.t("keys.since",{since:e.format.fullDay(t.since)})}
              </p>`:a}
        ${t.has_role?a:s`<p class="small needless">${this.needless(t)}</p>`}
      </div>
      <div class="do">
        ${t.state==="waiting"&&e.may("admit_holder")?this.button("admit",t,i,""):a}
        ${e.may("remove_holder")?this.button("remove",t,i,"quiet"):a}
      </div>
    </li>`}needless({roles:t}){if(!t.length)return this.t("keys.no_role");let e=this.panel.format.list(t.map(i=>this.t(`role.${i}`)));return this.t("keys.other_role",{roles:e})}button(t,e,i,o){let r=this.t(`keys.${t}`);return s`<button
      class="button ${o}"
      aria-label=${this.t("keys.act_on",{act:r,name:i})}
      @click=${()=>this.changeHolder(t,e,i)}
    >
      ${r}
    </button>`}nameOf({user_id:t,name:e}){if(e)return e;let{me:i}=this.panel.overview;return t===i.user_id?i.name||this.t("people.you"):this.t("keys.another")}recovery({recovery:t}){return s`<section class="card" aria-labelledby="recovery">
      <h2 id="recovery">${this.t("keys.recovery")}</h2>
      <p class="soft small">${this.t("keys.recovery_explain")}</p>
      ${t.used?s`<p class="note warn">
              ${n(p)}<span>${this.t("keys.recovery_used")}</span>
            </p>`:t.since?s`<p>
                ${this.t("keys.recovery_since",{since:this.panel.format.fullDay(t.since)})}
              </p>`:a}
      ${this.panel.may("renew_recovery_code")?s`<div class="actions">
              <button class="button ${t.used?"primary":""}" @click=${this.renew}>
                ${n(T,20)}${this.t("keys.renew")}
              </button>
            </div>`:a}
    </section>`}lost({begin:{blocked:t,announced:e}}){let{panel:i}=this,o=i.may("begin_keys");return!o&&!e?a:s`<section class="card lost">
      ${e?s`<p class="note warn">
                ${n(p)}
                <span>${this.t("keys.announced",{when:i.format.moment(e)})}</span>
              </p>
              <p class="actions">
                <button class="button" @click=${()=>this.notice("object")}>
                  ${this.t("keys.notice.object.do")}
                </button>
              </p>`:a}
      ${o?s`<details>
              <summary>${n(y)}${this.t("keys.lost")}</summary>
              <ul class="points">
                <li>${this.t("keys.lost_recording")}</li>
                <li>${this.t("keys.lost_old")}</li>
                <li>${this.t("keys.lost_new")}</li>
              </ul>
              ${t?s`<p>${i.words(new C(t.error,t.blanks))}</p>`:a}
              <p class="actions" style="margin-top: 16px">
                ${t?.error==="new_keys_need_notice"?s`<button class="button" @click=${()=>this.notice("announce")}>
                        ${this.t("keys.notice.announce.do")}
                      </button>`:a}
                <button class="button danger" @click=${()=>this.begin(t!==null)}>
                  ${this.t(t?"keys.begin_by_code":"keys.begin")}
                </button>
              </p>
            </details>`:a}
    </section>`}async make(){let{MakeKeyDialog:t}=await import("./make-key-3GG5EAKB.js");await this.show(new t)}async change(){let{ChangePassphraseDialog:t}=await import("./change-passphrase-WH5U2AI3.js");await this.show(new t)}async changeHolder(t,e,i){if(t==="admit"&&!await this.panel.ensureUnlocked())return;let{HolderDialog:o}=await import("./holder-HVUFTDTL.js");await this.show(new o(t,e,i))}async renew(){if(!await this.panel.ensureUnlocked())return;let{RecoveryCodeDialog:t}=await import("./recovery-code-GVGP43TA.js");await this.show(new t)}async admitByCode(){let{AdmitByCodeDialog:t}=await import("./admit-by-code-XST54VAV.js");await this.show(new t)&&await this.renew()}async begin(t){let{BeginKeysDialog:e}=await import("./begin-keys-UFGNWMIE.js");await this.show(new e(t))}async notice(t){let{KeysNoticeDialog:e}=await import("./keys-notice-3U3YIWBS.js");await this.show(new e(t))}async show(t){let e=await g(t,this.panel)??!1;return e&&await this.load(),e}};c([$()],f.prototype,"keys",2),c([$()],f.prototype,"problem",2);h("kb-keys",f);var b=class extends u{constructor(){super(...arguments);this.people=null;this.problem=null;this.seen=-1}static{this.styles=[...m,v,d`
      section.role {
        padding-top: 16px;
        border-top: 1px solid var(--kb-line);
      }
      section.role .rows > li:first-child {
        border-top: 0;
      }
      .holder {
        font-weight: 600;
      }
      .nobody {
        padding: 8px 0;
      }
    `]}willUpdate(t){super.willUpdate(t);let e=this.panel.overview.book?.entries??0;e===this.seen||!this.panel.may("appoint")||(this.seen=e,this.load())}async load(){try{this.people=await this.panel.hass.callWS({type:"kuma_bouhan/people"}),this.problem=null}catch(t){this.problem=w(t)}}render(){if(!this.panel.may("appoint"))return this.own();let{people:t,problem:e}=this;return s`
      <div class="card">
        <div class="head">
          <h2>${this.t("people.offices")}</h2>
          ${t&&E(t,this.panel.overview.me).length?s`<button class="button primary" @click=${this.appoint}>
                  ${n(R,20)}${this.t("people.appoint")}
                </button>`:a}
        </div>
        <p class="soft small">${this.t("people.explain")}</p>
        ${e?s`<p class="note bad" role="alert">
                ${n(p)}<span>${this.panel.words(e)}</span>
              </p>`:a}
        ${t?s`${M(t,Date.now()).map(i=>this.office(i))}
              ${this.past(t)}`:e?a:s`<p class="soft" role="status">${this.t("shell.loading")}</p>`}
      </div>
    `}office({role:t,holding:e,coming:i}){let o=this.panel.overview.vacant?.includes(t)&&!e.length;return s`
      <section class="role" aria-labelledby="role-${t}">
        <h3 id="role-${t}">${this.t(`role.${t}`)}</h3>
        <p class="soft small">${this.t(`people.does.${t}`)}</p>
        ${e.length+i.length?s`<ul class="rows">
                ${e.map(r=>this.appointment(r,!0))}
                ${i.map(r=>this.appointment(r,!1))}
              </ul>`:o?s`<p class="note warn">
                  ${n(p)}<span>${this.t("people.vacant")}</span>
                </p>`:s`<p class="soft nobody">${this.t("people.nobody")}</p>`}
      </section>
    `}appointment(t,e){let{me:i}=this.panel.overview,o=x(t,i);return s`
      <li>
        <div class="what">
          <p>
            <span class="holder">${t.name||this.t("people.somebody")}</span>
            ${t.title?s`<span class="soft">${t.title}</span>`:a}
            ${t.user_id===i.user_id?s`<span class="tag plain">${this.t("people.you")}</span>`:a}
            ${e?a:s`<span class="tag">${this.t("people.coming_tag")}</span>`}
          </p>
          <p class="soft small">${this.period(t)}</p>
        </div>
        <div class="do">
          ${e&&S(t,i)?this.button("people.hand_over",t,()=>this.handOver(t)):a}
          ${o?this.button(`people.${o}`,t,()=>this.end(t.role,t.user_id,t.name)):a}
        </div>
      </li>
    `}button(t,e,i){let o=this.t("people.act_on",{act:this.t(t),role:this.t(`role.${e.role}`),name:e.name||this.t("people.somebody")});return s`<button class="button quiet" aria-label=${o} @click=${i}>
      ${this.t(t)}
    </button>`}period({since:t,until:e}){let{format:i}=this.panel,o=i.fullDay(t);return e?this.t("people.span",{since:o,until:V(e,i)}):this.t("people.from",{since:o})}past(t){let e=j(t,Date.now());return e.length?s`<details>
      <summary>${n(y)}${this.t("people.past",{count:e.length})}</summary>
      <ul class="rows">
        ${e.map(i=>s`<li>
              <div class="what">
                <p>
                  ${i.name||this.t("people.somebody")}
                  ${i.title?s`<span class="soft">${i.title}</span>`:a}
                </p>
                <p class="soft small">${this.t(`role.${i.role}`)}・${this.period(i)}</p>
              </div>
            </li>`)}
      </ul>
    </details>`:a}own(){let{me:t}=this.panel.overview;return s`<div class="card">
      <h2>${this.t("people.mine")}</h2>
      <ul class="rows">
        ${t.roles.map(e=>s`<li>
              <div class="what">
                <p class="holder">${this.t(`role.${e}`)}</p>
                <p class="soft small">${this.t(`people.does.${e}`)}</p>
              </div>
              <div class="do">
                ${x({role:e,user_id:t.user_id},t)?s`<button
                        class="button quiet"
                        @click=${()=>this.end(e,t.user_id,t.name)}
                      >
                        ${this.t("people.leave")}
                      </button>`:a}
              </div>
            </li>`)}
      </ul>
      <p class="soft small">${this.t("people.who_sees")}</p>
    </div>`}async appoint(){let{people:t}=this;if(!t||!await this.panel.ensureUnlocked())return;let{AppointDialog:e}=await import("./appoint-BEBDSDZW.js");await this.show(new e(t))}async handOver(t){let{people:e}=this;if(!e||!await this.panel.ensureUnlocked())return;let{HandOverDialog:i}=await import("./hand-over-MIJK6NUO.js");await this.show(new i(e,t))}async end(t,e,i){if(!(e===this.panel.overview.me.user_id)&&!await this.panel.ensureUnlocked())return;let{EndDialog:r}=await import("./end-appointment-3FK7MPIF.js");await this.show(new r(t,e,i))}async show(t){await g(t,this.panel)&&this.panel.may("appoint")&&await this.load()}};c([$()],b.prototype,"people",2),c([$()],b.prototype,"problem",2);h("kb-offices",b);var P=class extends u{static{this.styles=[...m,d`
      @media (min-width: 1000px) {
        .page {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          align-items: start;
        }
      }
    `]}render(){return s`<div class="page">
      <kb-offices .panel=${this.panel}></kb-offices>
      <kb-keys .panel=${this.panel}></kb-keys>
    </div>`}};h("kb-people",P);export{P as PeopleView};
