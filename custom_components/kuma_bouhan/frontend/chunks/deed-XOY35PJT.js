import{a as I}from"./chunk-AJBVWED3.js";import{a as j,b as P,c as S,e as N,f as E,g as U,h as q,i as v,k as H}from"./chunk-ZVQVK3DG.js";import{a as x}from"./chunk-D4KRP3LB.js";import{a as O,b as R,c}from"./chunk-S32NJPBA.js";import{k}from"./chunk-C5O4D7QA.js";import{a as F}from"./chunk-NY3OBRYI.js";import"./chunk-VZYR7HE6.js";import{b as T}from"./chunk-W4SE3UPL.js";import{a as g}from"./chunk-PFIUSRQB.js";import"./chunk-IHH2MFRB.js";import"./chunk-SZGFSJBZ.js";import"./chunk-I6UTLSEY.js";import"./chunk-5MN46PXD.js";import{b as V}from"./chunk-LJNQ67HQ.js";import"./chunk-A623JE5Z.js";import"./chunk-MTNA7FE6.js";import"./chunk-3A3V5TTW.js";import{Fa as w,Ka as f,Y as y}from"./chunk-DWWQMYPI.js";import{a as b}from"./chunk-BYHIPRB2.js";import{a as $,b as s,e as r,i as h}from"./chunk-LBO2O6FZ.js";import{a as p}from"./chunk-LO2NM3CE.js";var W=["time","date"],o=class extends g{constructor(e){super();this.opening=e;this.answer={};this.value={};this.wrong={};this.again=!1;this.explaining=!1;this.deed=j(this.opening.name);this.words=P(this.opening.name);this.draft=`deed:${this.opening.name}:${Object.values(this.opening.fixed??{}).join()}`;this.tried=!1;this.wide=this.deed.fields.length>3}static{this.styles=[x,F,H,...g.styles,k,$`
      .head {
        flex-wrap: nowrap;
      }
      .about {
        font-weight: 600;
      }
      textarea {
        field-sizing: content;
        max-height: 50dvh;
      }
      .again {
        flex-wrap: wrap;
        align-items: center;
      }
      .again > span {
        flex: 1 1 200px;
      }
    `]}willUpdate(e){if(super.willUpdate(e),this.hasUpdated)return;let t=this.keeps?R(this.user,this.draft):null;this.again=t!==null,this.value={...this.fresh,...t}}get user(){return this.panel.overview.me.user_id}get fresh(){return N(this.deed,this.opening.given??{},Date.now())}get keeps(){return this.deed.fields.some(({kind:e})=>e==="long")}set(e){this.value={...this.value,...e},this.keeps&&O(this.user,this.draft,{...this.value,photo:null}),this.tried&&this.check()}check(){return this.wrong=Object.fromEntries(Object.entries(E(this.deed,this.value)).map(([e,t])=>[e,this.t(`duties.wrong.${t}`)])),!Object.keys(this.wrong).length}submit(){let{panel:e,deed:t,opening:i}=this;if(this.tried=!0,!this.check()){this.error=this.t("duties.wrong.some"),this.updateComplete.then(()=>this.focusWrong());return}let d={...i.fixed,...U(t,this.value)},l=()=>{c(this.user,this.draft),e.say(this.t(`${this.words}.done`,A(this.answer)))};if(t.decides){this.prove(S(i.name),d,l);return}this.attempt(async()=>{this.answer=await T(()=>this.panel,()=>V(e.hass,i.name,d)),l(),this.finish(!0)})}focusWrong(){this.renderRoot.querySelector(":is(.is-wrong) :is(input, textarea, select)")?.focus()}async explain(e){this.explaining=!0,await this.attempt(async()=>{let t=await I(this.panel,this.opening.cameras??[]),i=String(this.value[e.name]??"").trim();this.set({[e.name]:i?`${i}

${t}`:t})}),this.explaining=!1}render(){let{words:e,opening:t,deed:i}=this,d=q(this.panel,`${e}.intro`),l={panel:this.panel,t:this.panel.t,words:e,value:this.value,wrong:this.wrong,set:n=>this.set(n),people:t.people??[],source:t.source??null,below:n=>this.below(n)};return this.frame(this.t(`${e}.heading`),s`
        ${t.about?s`<p class="about">${t.about}</p>`:r}
        ${d?s`<p>${d}</p>`:r} ${t.before??r}
        ${this.again?this.note():r}
        ${z(i.fields).map(n=>n.length>1?s`<div class="pair">${n.map(m=>v(l,m))}</div>`:n.map(m=>v(l,m)))}
        ${i.decides?this.proof():r}
      `,s`
        ${this.cancel(!i.fields.length&&!i.decides)}
        <button
          type="submit"
          class="button ${i.grave?"danger":"primary"}"
          ?disabled=${i.decides?this.held:this.busy}
        >
          ${this.busy&&!this.explaining?this.t("duties.sending"):this.t(`${e}.do`)}
        </button>
      `)}note(){return s`<div class="note again">
      ${f(y)}<span>${this.t("duties.again")}</span>
      <button
        type="button"
        class="button quiet"
        @click=${()=>{c(this.user,this.draft),this.again=!1,this.value=this.fresh}}
      >
        ${this.t("duties.afresh")}
      </button>
    </div>`}below(e){return"offer"in e?s`<div class="offers">
      <button
        type="button"
        class="button"
        ?disabled=${this.busy}
        @click=${()=>{this.explain(e)}}
      >
        ${f(w,20)}${this.t("duties.explain.insert")}
      </button>
    </div>`:r}};p([h()],o.prototype,"value",2),p([h()],o.prototype,"wrong",2),p([h()],o.prototype,"again",2),p([h()],o.prototype,"explaining",2);function z(u){let a=[];for(let e of u){let t=a.at(-1),i=W.includes(e.kind)&&t?.[0]&&W.includes(t[0].kind);t&&i?t.push(e):a.push([e])}return a}function A(u){return Object.fromEntries(Object.entries(u).filter(a=>typeof a[1]=="number"))}b("kb-deed",o);export{o as DeedDialog};
