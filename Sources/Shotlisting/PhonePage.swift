/// The look and the few movements of the phone page.
enum PhonePage {
  static let css = """
    *{box-sizing:border-box;margin:0}
    html{-webkit-text-size-adjust:100%}
    body{font:16px/1.5 system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;\
    color:#17181c;background:#fff;padding-bottom:84px}
    [hidden]{display:none!important}
    section{max-width:640px;margin:0 auto;padding:8px 18px 24px}
    .js section{display:none}.js section.on{display:block}
    .code{display:flex;justify-content:center}
    .code svg{width:min(100%,56vh);aspect-ratio:1;display:block}
    h1{font-size:30px;line-height:1.2;display:flex;justify-content:space-between;\
    align-items:center;\
    gap:12px;overflow-wrap:anywhere}
    em{font:700 15px/1 inherit;font-style:normal;font-size:15px;white-space:nowrap;\
    border-radius:7px;\
    padding:7px 10px}
    .must{background:#d12a1e;color:#fff}.optional{background:#eceef2;color:#666b76}
    .product{color:#666b76;margin-top:2px;overflow-wrap:anywhere}
    .picture{font-size:21px;font-weight:700;line-height:1.4;margin:10px 0;overflow-wrap:anywhere}
    ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:8px}
    ul li{background:#f3f4f7;border-radius:9px;padding:6px 12px;font-weight:700}
    small{display:block;font-size:12px;font-weight:400;color:#666b76}
    dl{margin-top:14px;display:grid;grid-template-columns:4.6em 1fr;gap:7px 0}
    dt{color:#666b76}dd{overflow-wrap:anywhere}
    .take{display:flex;gap:10px;margin-top:18px}
    .take button{flex:1;font:700 18px/1 inherit;font-size:18px;padding:15px 0;border-radius:12px;\
    border:2px solid #d4d7de;background:#fff;color:#17181c}
    .take button.set{background:#17181c;border-color:#17181c;color:#fff}
    nav{position:fixed;left:0;right:0;bottom:0;display:none;gap:10px;\
    padding:10px 14px calc(10px + env(safe-area-inset-bottom));background:#fffffff2;\
    border-top:1px solid #e3e5ea}
    .js nav{display:flex}
    nav button{border:0;border-radius:12px;background:#17181c;color:#fff;height:54px;\
    font-size:30px;\
    flex:1;line-height:1}
    nav #open{background:#eceef2;color:#17181c;font-size:15px;flex:1.2}
    nav #open b{display:block;font-size:18px}nav button:disabled{opacity:.25}
    #list{max-width:640px;margin:0 auto;padding:14px 18px 30px}
    .js #list{position:fixed;inset:0;max-width:none;background:#fff;overflow:auto;
    padding-bottom:100px}
    #list h2{font-size:21px}#list header p{color:#666b76}
    #list h3{margin:20px 0 6px;font-size:16px;display:flex;justify-content:space-between;\
    align-items:center;background:#17181c;color:#fff;border-radius:9px;padding:8px 12px}
    #list h3 small{color:#c9ccd3}
    ol{list-style:none;padding:0}
    ol a{display:block;padding:9px 12px;border-bottom:1px solid #e3e5ea;color:inherit;\
    text-decoration:none;overflow-wrap:anywhere}
    ol i{font-style:normal;font-size:12px;color:#d12a1e;margin-left:8px}
    ol span{display:block;color:#666b76;font-size:14px}
    ol a[data-state]::after{content:attr(data-state);float:right;margin-top:-34px;font-weight:700}
    #marks{position:fixed;inset:0;background:#fff;padding:18px;text-align:center;z-index:2}
    #marks h1{justify-content:center;font-size:64px}#marks .code svg{width:min(100%,70vh)}
    .empty{padding:40vh 20px 0;text-align:center;color:#666b76}
    @media (orientation:landscape) and (max-height:560px){.code svg{width:min(50%,86vh)}}
    """

  static let script = """
    (function(){
    var shots=[].slice.call(document.querySelectorAll('section')),at=0;
    var list=document.getElementById('list'),marks=document.getElementById('marks');
    var back=document.getElementById('back'),next=document.getElementById('next');
    function key(code){return 'shopreel:'+code}
    function load(code){try{return localStorage.getItem(key(code))||''}
    catch(e){return memory[code]||''}}
    var memory={};
    function save(code,mark){memory[code]=mark;try{localStorage.setItem(key(code),mark)}catch(e){}}
    function paint(){
    shots.forEach(function(s){var m=load(s.dataset.code);
    s.querySelectorAll('.take button').forEach(function(b){b.classList.toggle('set',
    b.dataset.mark===m)})});
    list.querySelectorAll('a').forEach(function(a){var m=load(a.dataset.code);
    if(m)a.dataset.state=m;else delete a.dataset.state})}
    function show(i){
    if(!shots.length)return;
    at=Math.max(0,Math.min(shots.length-1,i));
    shots.forEach(function(s,n){s.classList.toggle('on',n===at)});
    document.getElementById('place').textContent=(at+1)+' / '+shots.length;
    back.disabled=at===0;next.disabled=at===shots.length-1;
    list.hidden=true;marks.hidden=true;scrollTo(0,0)}
    function go(step){show(at+step)}
    document.body.classList.add('js');
    if(!shots.length)document.querySelector('nav').hidden=true;
    back.onclick=function(){go(-1)};next.onclick=function(){go(1)};
    document.getElementById('open').onclick=function(){list.hidden=!list.hidden;paint()};
    list.addEventListener('click',function(e){var a=e.target.closest('a');
    if(a){e.preventDefault();show(Number(a.hash.slice(2))-1)}});
    document.addEventListener('click',function(e){var b=e.target.closest('.take button');
    if(!b)return;
    var code=b.closest('section').dataset.code,mark=b.dataset.mark;
    var same=load(code)===mark;save(code,same?'':mark);paint();
    if(same)return;
    [].forEach.call(marks.children,function(m){m.hidden=m.dataset.mark!==mark});
    marks.hidden=!marks.children.length});
    marks.onclick=function(){marks.hidden=true};
    document.addEventListener('keydown',function(e){
    if(e.key==='ArrowRight'||e.key===' ')go(1);else if(e.key==='ArrowLeft')go(-1);
    else if(e.key==='Escape'){list.hidden=true;marks.hidden=true}});
    var x=0,y=0;
    document.addEventListener('touchstart',function(e){x=e.changedTouches[0].clientX;
    y=e.changedTouches[0].clientY},{passive:true});
    document.addEventListener('touchend',function(e){
    if(!list.hidden||!marks.hidden)return;
    var dx=e.changedTouches[0].clientX-x,dy=e.changedTouches[0].clientY-y;
    if(Math.abs(dx)>60&&Math.abs(dx)>2*Math.abs(dy))go(dx<0?1:-1)},{passive:true});
    var first=/^#s(\\d+)$/.exec(location.hash);
    show(first?Number(first[1])-1:0);paint();
    if(location.hash==='#list'){list.hidden=false}
    })();
    """
}
